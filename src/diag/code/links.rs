//! GS07: links, images and Markdown.

super::codes! {}
