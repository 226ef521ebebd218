//! Product groups.

use super::{Report, common, of_folder};
use crate::definitions::split;
use crate::document::Document;
use crate::{Problem, ProductGroup};

/// Reads and checks all product groups, sorted by id.
pub(super) fn read(documents: &[Document], problems: &mut Vec<Problem>) -> Vec<ProductGroup> {
    let parsed = of_folder(documents, "product-groups")
        .map(|document| document.parse::<ProductGroup>().map(|group| (document, group)));
    let (read, unread) = split(parsed);
    problems.extend(unread);
    for (document, group) in &read {
        let mut report = Report::new(document, problems);
        common::id(&mut report, &group.id);
        common::version(&mut report, &group.version);
        common::names(&mut report, &["names".into()], &group.names);
    }
    let mut groups: Vec<ProductGroup> = read.into_iter().map(|(_, group)| group).collect();
    groups.sort_by(|a, b| a.id.cmp(&b.id));
    groups
}
