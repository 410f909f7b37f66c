//! A picture becomes the same picture without what cameras and editors hide in it: place, time, device, names, previews.

use img_parts::jpeg::{Jpeg, markers};
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
        let mut jpeg = Jpeg::from_bytes(input()).ok()?;
        // APP0 is the JFIF head, APP2 the colour profile, APP14 Adobe's colour transform; the rest is for editors.
        let hidden = |marker: u8| {
            let app = (markers::APP0..=markers::APP15).contains(&marker);
            marker == markers::COM || app && ![markers::APP0, markers::APP2, markers::APP14].contains(&marker)
        };
        jpeg.segments_mut().retain(|segment| !hidden(segment.marker()));
        jpeg.encoder().write_to(&mut out).ok()?;
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
    fn other_bytes_are_no_picture() {
        for bytes in [&b""[..], b"GIF89a", b"<svg/>", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"] {
            assert!(clean(bytes).is_none_or(|out| out.len() <= bytes.len() + 16), "{bytes:?}");
        }
        assert!(clean(b"GIF89a").is_none());
    }
}
