#!/usr/bin/env python3
"""Makes the fonts of this folder out of the TrueType fonts of two npm packages.

    npm pack @expo-google-fonts/noto-sans-sc@0.4.3 @expo-google-fonts/noto-serif-sc@0.4.3
    pip install fonttools==4.68.0
    python3 subset.py DIRECTORY-WITH-THE-TWO-TGZ-FILES

The bold sans font keeps every character, because names are set in it and a name may hold any character. The other two
keep GB2312, the Latin letters and signs the original has, and the characters of rare.txt. All lose what posters never
use: vertical setting and the alternates for it. The same input gives the same bytes. SOURCE.md is written beside them.
"""
import hashlib
import io
import pathlib
import sys
import tarfile
import unicodedata

import fontTools
from fontTools import subset

HERE = pathlib.Path(__file__).parent
VERSION = "0.4.3"
PACKAGES = {"sans": "noto-sans-sc", "serif": "noto-serif-sc"}
# Output, package, file in the package, whether every character stays.
FONTS = [
    ("NotoSansSC-Bold.ttf", "sans", "700Bold/NotoSansSC_700Bold.ttf", True),
    ("NotoSansSC-Medium.ttf", "sans", "500Medium/NotoSansSC_500Medium.ttf", False),
    ("NotoSerifSC-Black.ttf", "serif", "900Black/NotoSerifSC_900Black.ttf", False),
]
# The features a horizontal notice uses; the rest would keep thousands of alternates.
FEATURES = ["ccmp", "locl", "liga", "mark", "mkmk", "kern", "palt", "halt", "pwid"]


def gb2312():
    """All characters of GB2312, by its own row and column."""
    for row in range(0xA1, 0xF8):
        for column in range(0xA1, 0xFF):
            try:
                yield bytes([row, column]).decode("gb2312")
            except UnicodeDecodeError:
                continue


def common_signs():
    """Latin, Greek, Cyrillic, punctuation, arrows, circled numbers, full-width forms: whatever the font has of them."""
    for first, last in [(0x20, 0x17F), (0x1CD, 0x1DC), (0x2000, 0x27BF), (0x3000, 0x303F), (0xFF00, 0xFFEF)]:
        yield from (chr(c) for c in range(first, last + 1) if unicodedata.category(chr(c)) != "Cn")


def rare():
    """The characters of rare.txt."""
    lines = (HERE / "rare.txt").read_text(encoding="utf-8").splitlines()
    return (c for line in lines if not line.startswith("#") for c in line if not c.isspace())


def make(data, everything):
    """The subset of one font, as bytes."""
    options = subset.Options()
    options.layout_features = FEATURES
    options.drop_tables += ["vhea", "vmtx", "STAT", "BASE"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recommended_glyphs = True
    options.hinting = False
    options.recalc_timestamp = False
    font = subset.load_font(io.BytesIO(data), options)
    cutter = subset.Subsetter(options)
    wanted = font.getBestCmap() if everything else {ord(c) for part in (gb2312(), common_signs(), rare()) for c in part}
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue(), len(font.getBestCmap())


def main():
    source = pathlib.Path(sys.argv[1])
    rows = []
    for name, package, inside, everything in FONTS:
        tgz = source / f"expo-google-fonts-{PACKAGES[package]}-{VERSION}.tgz"
        with tarfile.open(tgz) as archive:
            data = archive.extractfile(f"package/{inside}").read()
            licence = archive.extractfile("package/LICENSE_FONT").read()
        (HERE / f"OFL-{PACKAGES[package]}.txt").write_bytes(licence)
        made, count = make(data, everything)
        (HERE / name).write_bytes(made)
        rows.append((name, package, inside, data, made, count))
        print(name, len(made), count)
    write_source(rows)


def write_source(rows):
    """SOURCE.md: where each file comes from and what it hashes to."""
    text = [
        "# Where these fonts come from",
        "",
        "Third-party, under the SIL Open Font License 1.1: the texts are `OFL-noto-sans-sc.txt` and `OFL-noto-serif-sc.txt`, as the packages carry them.",
        f"Each file was made by `subset.py` (fontTools {fontTools.version}) from a TrueType font of an npm package; which characters stay is written there.",
        "They are unchanged otherwise: same outlines, same names.",
        "",
        "| file | package | file in the package | characters | SHA-256 of the original | SHA-256 of the file |",
        "|---|---|---|---|---|---|",
    ]
    for name, package, inside, data, made, count in rows:
        hashes = [hashlib.sha256(part).hexdigest() for part in (data, made)]
        text.append(f"| `{name}` | `@expo-google-fonts/{PACKAGES[package]}` {VERSION} | `{inside}` | {count} | `{hashes[0]}` | `{hashes[1]}` |")
    (HERE / "SOURCE.md").write_text("\n".join(text) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
