//! Style, script and fonts: inside a page that is a file, beside a page that is served.

use sextant_charts::{browser_css, browser_js, web_fonts};
use sha2::{Digest, Sha256};

use crate::place::Place;

const STYLE: &str = include_str!("../templates/style.css");

/// The instrument's frame and arc, for the tab of a browser.
pub(crate) const ICON: &str = "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20\
    viewBox='0%200%2016%2016'%20fill='none'%20stroke='%231f4e8c'%20stroke-width='1.75'%20\
    stroke-linejoin='round'%3E%3Cpath%20d='M8%201.5%202%2012.5a10%2010%200%200%200%2012%200z\
    M8%201.5l1.75%2012.75'/%3E%3C/svg%3E";

/// A file that served pages load.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Name below `/assets/`.
    pub name: &'static str,
    /// Media type.
    pub content_type: &'static str,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// Everything that served pages load from `/assets/`.
#[must_use]
pub fn assets() -> Vec<Asset> {
    let style = style(|font| format!("/assets/{}", font.file_name));
    let text = |name, content_type, text: &str| Asset {
        name,
        content_type,
        bytes: text.as_bytes().to_vec(),
    };
    let mut assets = vec![
        text("sextant.css", "text/css; charset=utf-8", &style),
        text("sextant.js", "text/javascript; charset=utf-8", browser_js()),
    ];
    assets.extend(web_fonts().iter().map(|font| Asset {
        name: font.file_name,
        content_type: "font/woff2",
        bytes: font.bytes.to_vec(),
    }));
    assets
}

/// What a page's head says about style and script. Trusted markup.
pub(crate) fn head(place: &Place) -> String {
    if *place == Place::Web {
        let version = version();
        return format!(
            "<link rel=\"stylesheet\" href=\"/assets/sextant.css?v={version}\">\n\
             <script src=\"/assets/sextant.js?v={version}\" defer></script>"
        );
    }
    let font =
        |font: &sextant_charts::WebFont| format!("data:font/woff2;base64,{}", base64(font.bytes));
    format!("<style>\n{}</style>", style(font))
}

/// The script at the end of a page that is a file. Trusted markup.
pub(crate) fn script(place: &Place) -> String {
    if *place == Place::Web {
        return String::new();
    }
    // `</script` inside a script may only stand in a string, where `\/` says the same.
    format!("<script>{}</script>", browser_js().replace("</script", "<\\/script"))
}

fn style(url: impl Fn(&sextant_charts::WebFont) -> String) -> String {
    let faces: String = web_fonts()
        .iter()
        .map(|font| {
            format!(
                "@font-face {{ font-family: \"{}\"; font-weight: {}; font-display: swap; src: url(\"{}\") format(\"woff2\"); }}\n",
                font.family,
                font.weight,
                url(font)
            )
        })
        .collect();
    format!("{faces}{}\n{STYLE}", browser_css())
}

/// Changes when any of the served files does, so that browsers may keep them for long.
fn version() -> String {
    let mut hasher = Sha256::new();
    hasher.update(STYLE);
    hasher.update(browser_css());
    hasher.update(browser_js());
    hasher.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Base64 as in RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |place: usize| u32::from(chunk.get(place).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_rfc_4648() {
        let pairs =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (plain, encoded) in pairs {
            assert_eq!(base64(plain.as_bytes()), encoded);
        }
    }

    #[test]
    fn a_file_carries_everything_and_a_served_page_nothing() {
        let file = head(&Place::Alone);
        assert!(file.contains("data:font/woff2;base64,") && !file.contains("/assets/"));
        assert_eq!(script(&Place::Alone).matches("</script").count(), 1);
        assert!(head(&Place::Web).len() < 300);
        assert_eq!(script(&Place::Web), "");
    }
}
