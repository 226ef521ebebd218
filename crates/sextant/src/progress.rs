//! Progress on a terminal; silence in a pipe.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};

use crate::output::on_terminal;

/// A bar that counts bytes of all files, and names the one being read. The time left is
/// that of all of them.
#[derive(Default)]
pub(crate) struct ByteBar {
    bar: Option<ProgressBar>,
    /// Bytes of the files up to and with the one being read.
    with: u64,
}

impl sextant_lake::Progress for ByteBar {
    fn total(&mut self, bytes: u64) {
        if !on_terminal() {
            return;
        }
        let bar = ProgressBar::new(bytes);
        let template = "{msg} {bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        self.bar = Some(bar);
    }

    fn file(&mut self, path: &Path, bytes: u64) {
        if let Some(bar) = &self.bar {
            bar.set_message(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
            bar.set_position(self.with);
        }
        self.with += bytes;
    }

    fn advance(&mut self, bytes: u64) {
        if let Some(bar) = &self.bar {
            bar.set_position((bar.position() + bytes).min(self.with));
        }
    }
}

impl ByteBar {
    /// Takes the bar off the screen.
    pub(crate) fn finish(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

/// A bar that counts things made; invisible in a pipe.
pub(crate) fn count_bar(what: &'static str) -> ProgressBar {
    if !on_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(0);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}") {
        bar.set_style(style);
    }
    bar.with_message(what)
}
