//! Tells whether words hold marks of Markdown, so that words without any need no parser.

/// Whether words hold anything that Markdown may read as a mark.
pub(super) fn has_marks(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Asked of all bytes at once first: hardly any words have one of these.
    let sign = |b: u8| matches!(b, b'*' | b'`' | b'\\' | b'[' | b'!' | b'_' | b'~' | b'<' | b'&');
    if !bytes.iter().fold(false, |any, byte| any | sign(*byte)) {
        return false;
    }
    let next = |at: usize| bytes.get(at + 1).copied().unwrap_or(b' ');
    bytes.iter().enumerate().any(|(at, byte)| match byte {
        b'*' | b'`' | b'\\' => true,
        b'[' => memchr_pair(text, at),
        b'!' => next(at) == b'[',
        b'_' | b'~' => next(at) == *byte,
        b'<' => next(at).is_ascii_alphabetic() || matches!(next(at), b'/' | b'!' | b'?'),
        b'&' => next(at).is_ascii_alphabetic() || next(at) == b'#',
        _ => false,
    })
}

/// Whether a bracket opens a link or a note.
fn memchr_pair(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with("[^") || rest.contains("](") || rest.contains("]["))
}
