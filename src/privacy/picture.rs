//! A picture becomes the same picture without what cameras and editors hide in it: place, time, device, names, previews.

use std::borrow::Cow;

use img_parts::png::Png;
use img_parts::webp::WebP;

/// Chunks of a PNG that decide how it looks; all others are left out.
const PNG_SEEN: [[u8; 4]; 12] = [
    *b"IHDR", *b"PLTE", *b"IDAT", *b"IEND", *b"tRNS", *b"cHRM", *b"gAMA", *b"iCCP", *b"sBIT", *b"sRGB", *b"bKGD",
    *b"pHYs",
];

/// Chunks of a WebP that decide how it looks.
const WEBP_SEEN: [[u8; 4]; 7] = [*b"VP8 ", *b"VP8L", *b"VP8X", *b"ANIM", *b"ANMF", *b"ALPH", *b"ICCP"];

/// The picture without hidden data; `None` for bytes that are no PNG, JPEG or WebP.
pub fn clean(bytes: &[u8]) -> Option<Vec<u8>> {
    let input = || bytes.to_vec().into();
    let mut out = Vec::with_capacity(bytes.len());
    if bytes.starts_with(&[0xff, 0xd8]) {
        return jpeg(bytes);
    } else if bytes.starts_with(b"\x89PNG") {
        let mut png = Png::from_bytes(input()).ok()?;
        png.chunks_mut().retain(|chunk| PNG_SEEN.contains(&chunk.kind()));
        png.encoder().write_to(&mut out).ok()?;
    } else if bytes.starts_with(b"RIFF") {
        let mut webp = WebP::from_bytes(input()).ok()?;
        webp.chunks_mut().retain(|chunk| WEBP_SEEN.contains(&chunk.id()));
        webp.encoder().write_to(&mut out).ok()?;
    } else {
        return None;
    }
    Some(out)
}

/// A JPEG up to its end, with what decides how it looks; `None` where it holds no picture.
///
/// Basis: ITU-T T.81, annex B. Behind the end of a photograph phones put previews, films and further photographs, each
/// with its own place; they go with everything else. Which way up it was taken stays, or it would lie on its side.
fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    const START: u8 = 0xd8;
    const END: u8 = 0xd9;
    const SCAN: u8 = 0xda;
    const COMMENT: u8 = 0xfe;
    let mut out = vec![0xff, START];
    let mut at = 2;
    loop {
        // Bytes that fill up stand between segments.
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        at += bytes.get(at..)?.iter().position(|byte| *byte != 0xff)?;
        let marker = *bytes.get(at)?;
        at += 1;
        match marker {
            END => {
                out.extend([0xff, END]);
                return Some(out);
            }
            0x00 | 0x01 | 0xd0..=0xd8 => continue,
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        let body = bytes.get(at + 2..at + length)?;
        at += length;
        if let Some(kept) = segment(marker, body).filter(|_| marker != COMMENT) {
            out.extend([0xff, marker]);
            out.extend(u16::try_from(kept.len() + 2).ok()?.to_be_bytes());
            out.extend(kept.iter());
        }
        if marker == SCAN {
            let scan = &bytes[at..];
            let is_end = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0x00 | 0xd0..=0xd7 | 0xff);
            let Some(end) = scan.windows(2).position(is_end) else {
                // Cut short: what is there shows.
                out.extend(scan);
                out.extend([0xff, END]);
                return Some(out);
            };
            out.extend(&scan[..end]);
            at += end;
        }
    }
}

/// What stays of a segment: all of those that hold the picture, little of those for programs.
fn segment(marker: u8, body: &[u8]) -> Option<Cow<'_, [u8]>> {
    match marker {
        // The head without its preview, whose size stands in the last two bytes.
        0xe0 => body.starts_with(b"JFIF\0").then(|| [body.get(..12).unwrap_or(body), &[0, 0]].concat().into()),
        0xe1 => orientation(body).map(|way| exif(way).into()),
        // Further photographs are listed in a segment of the same number.
        0xe2 => body.starts_with(b"ICC_PROFILE\0").then_some(body.into()),
        0xee => body.starts_with(b"Adobe").then_some(body.into()),
        0xe3..=0xef => None,
        _ => Some(body.into()),
    }
}

/// Which way up, 2 to 8, of Exif data; `None` where it is upright or not said.
fn orientation(body: &[u8]) -> Option<u8> {
    let tiff = body.strip_prefix(b"Exif\0\0")?;
    let big = tiff.starts_with(b"MM");
    let number = |at: usize, length: usize| -> Option<usize> {
        let bytes = tiff.get(at..at.checked_add(length)?)?;
        let fold = |sum: usize, byte: &u8| sum << 8 | usize::from(*byte);
        Some(if big { bytes.iter().fold(0, fold) } else { bytes.iter().rev().fold(0, fold) })
    };
    let table = number(4, 4)?;
    let entries = (0..number(table, 2)?.min(256)).map(|entry| table + 2 + entry * 12);
    let way = entries.into_iter().find_map(|at| (number(at, 2)? == 0x0112).then(|| number(at + 8, 2)).flatten())?;
    u8::try_from(way).ok().filter(|way| (2..=8).contains(way))
}

/// Exif data that says which way up and nothing else.
fn exif(way: u8) -> Vec<u8> {
    let head = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0";
    [&head[..], &[way, 0, 0], &[0, 0, 0, 0]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A 1×1 picture with a text chunk, built by the crate that reads it.
    fn png_with_text() -> Vec<u8> {
        let mut out = Vec::from(*b"\x89PNG\r\n\x1a\n");
        let mut chunk = |kind: &[u8; 4], data: &[u8]| {
            out.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
            out.extend(kind);
            out.extend(data);
            let mut sum = flate2::Crc::new();
            sum.update(kind);
            sum.update(data);
            out.extend(sum.sum().to_be_bytes());
        };
        chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        chunk(b"tEXt", b"Author\0somebody");
        chunk(b"IDAT", &[1, 2, 3]);
        chunk(b"IEND", b"");
        out
    }

    #[test]
    fn hidden_text_goes_and_the_picture_stays() {
        let cleaned = clean(&png_with_text()).unwrap();
        assert!(!cleaned.windows(4).any(|four| four == b"tEXt"));
        assert!(cleaned.windows(4).any(|four| four == b"IDAT"));
        let jpeg = [
            &[0xff, 0xd8, 0xff, 0xe1, 0, 10][..],
            b"Exif\0\0GP",
            &[0xff, 0xfe, 0, 6],
            b"note",
            &[0xff, 0xdb, 0, 3, 1, 0xff, 0xd9],
        ]
        .concat();
        let cleaned = clean(&jpeg).unwrap();
        assert!(!cleaned.windows(4).any(|four| four == b"Exif" || four == b"note"));
        assert!(cleaned.windows(2).any(|two| two == [0xff, 0xdb]));
    }

    #[test]
    fn a_photograph_keeps_its_way_up_and_nothing_behind_its_end() {
        // An entry for the place (0x8825) and one for the way up (6: turned right), least byte first.
        let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x02\0\x25\x88\x04\0\x01\0\0\0\x26\0\0\0".to_vec();
        exif.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 36.05N 103.83E");
        let part = |marker: u8, body: &[u8]| {
            [&[0xff, marker][..], &u16::try_from(body.len() + 2).unwrap().to_be_bytes(), body].concat()
        };
        let bytes = [
            vec![0xff, 0xd8],
            part(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01pre"),
            part(0xe1, &exif),
            part(0xe1, b"http://ns.adobe.com/xap/1.0/\0<x>author</x>"),
            part(0xe2, b"ICC_PROFILE\0\x01\x01colours"),
            part(0xe2, b"MPF\0more"),
            part(0xed, b"Photoshop 3.0\0caption"),
            part(0xda, b"\x01"),
            b"pixels\xff\x00\xff\xd0more".to_vec(),
            part(0xfe, b"between scans"),
            part(0xda, b"\x02"),
            b"rest\xff\xd9".to_vec(),
            b"ftypmp4 film, taken at 36.05N".to_vec(),
        ]
        .concat();
        let cleaned = clean(&bytes).unwrap();
        let has = |words: &[u8]| cleaned.windows(words.len()).any(|window| window == words);
        for hidden in ["GPS", "author", "MPF", "caption", "between", "film", "pre"] {
            assert!(!has(hidden.as_bytes()), "{hidden}");
        }
        assert!(has(b"colours") && has(b"pixels\xff\x00\xff\xd0more") && cleaned.ends_with(b"rest\xff\xd9"));
        assert_eq!(orientation(&exif), Some(6));
        assert_eq!(orientation(&super::exif(6)), Some(6));
        assert!(has(&super::exif(6)));
        assert_eq!(clean(&cleaned), Some(cleaned.clone()));
    }

    #[test]
    fn other_bytes_are_no_picture() {
        for bytes in [&b""[..], b"GIF89a", b"<svg/>", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"] {
            assert!(clean(bytes).is_none_or(|out| out.len() <= bytes.len() + 16), "{bytes:?}");
        }
        assert!(clean(b"GIF89a").is_none());
    }
}
