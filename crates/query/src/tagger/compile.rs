//! From queries to atoms.

use super::error::CompileError;
use super::program::Node;
use crate::{Classes, Field, Query, Scheme, SymbolSet, Text};

/// The parts of queries that are looked up in documents, each once however many queries
/// hold it, numbered from 0 in the order in which they are read.
#[derive(Default)]
pub(super) struct Atoms<'a> {
    pub(super) count: usize,
    pub(super) texts: Vec<(Field, &'a Text, usize)>,
    pub(super) sets: Vec<(Scheme, SymbolSet, usize)>,
}

impl<'a> Atoms<'a> {
    /// The query in terms of atoms.
    pub(super) fn query(&mut self, at: usize, query: &'a Query) -> Result<Node, CompileError> {
        match query {
            Query::Text(field, text) => self.text(at, *field, text),
            Query::Class(scheme, classes) => self.classes(at, *scheme, classes),
            Query::And(members) => {
                and(at, members.iter().map(|member| self.query(at, member)).collect())
            }
            Query::Or(members) => {
                or(at, members.iter().map(|member| self.query(at, member)).collect())
            }
            Query::Not(first, second) => Ok(not(self.query(at, first)?, self.query(at, second)?)),
        }
    }

    fn text(&mut self, at: usize, field: Field, text: &'a Text) -> Result<Node, CompileError> {
        match text {
            Text::Word(_) | Text::Phrase(_) | Text::Near { .. } => {
                check(at, text)?;
                Ok(Node::atom(self.text_atom(field, text)))
            }
            Text::And(members) => {
                and(at, members.iter().map(|member| self.text(at, field, member)).collect())
            }
            Text::Or(members) => {
                or(at, members.iter().map(|member| self.text(at, field, member)).collect())
            }
            Text::Not(first, second) => {
                Ok(not(self.text(at, field, first)?, self.text(at, field, second)?))
            }
        }
    }

    fn classes(
        &mut self,
        at: usize,
        scheme: Scheme,
        classes: &Classes,
    ) -> Result<Node, CompileError> {
        match classes {
            Classes::Set(set) => Ok(Node::atom(self.set_atom(scheme, *set))),
            Classes::And(members) => {
                and(at, members.iter().map(|member| self.classes(at, scheme, member)).collect())
            }
            Classes::Or(members) => {
                or(at, members.iter().map(|member| self.classes(at, scheme, member)).collect())
            }
            Classes::Not(first, second) => {
                Ok(not(self.classes(at, scheme, first)?, self.classes(at, scheme, second)?))
            }
        }
    }

    fn text_atom(&mut self, field: Field, text: &'a Text) -> usize {
        let known =
            self.texts.iter().find(|(in_field, known, _)| *in_field == field && *known == text);
        if let Some((_, _, atom)) = known {
            return *atom;
        }
        self.texts.push((field, text, self.count));
        self.next()
    }

    fn set_atom(&mut self, scheme: Scheme, set: SymbolSet) -> usize {
        let known = self.sets.iter().find(|(of, known, _)| *of == scheme && *known == set);
        if let Some((_, _, atom)) = known {
            return *atom;
        }
        self.sets.push((scheme, set, self.count));
        self.next()
    }

    fn next(&mut self) -> usize {
        self.count += 1;
        self.count - 1
    }
}

type Members = Result<Vec<Node>, CompileError>;

fn and(query: usize, members: Members) -> Result<Node, CompileError> {
    let mut members = members?;
    match members.len() {
        0 => Err(CompileError::Empty { query, what: "an AND" }),
        1 => Ok(members.remove(0)),
        _ => Ok(Node::And(members)),
    }
}

fn or(query: usize, members: Members) -> Result<Node, CompileError> {
    let members = members?;
    if members.is_empty() {
        return Err(CompileError::Empty { query, what: "an OR" });
    }
    Ok(Node::or(members))
}

fn not(first: Node, second: Node) -> Node {
    Node::Not(Box::new(first), Box::new(second))
}

/// What the parser would refuse.
fn check(query: usize, text: &Text) -> Result<(), CompileError> {
    let empty = |what| Err(CompileError::Empty { query, what });
    match text {
        Text::Phrase(words) if words.is_empty() => empty("a phrase"),
        Text::Word(_) | Text::Phrase(_) => Ok(()),
        Text::Or(members) if members.is_empty() => empty("an OR"),
        Text::Or(members) => members.iter().try_for_each(|member| check(query, member)),
        Text::Near { left, right, .. } => check(query, left).and_then(|()| check(query, right)),
        Text::And(_) => Err(CompileError::InsideNear { query, what: "AND" }),
        Text::Not(..) => Err(CompileError::InsideNear { query, what: "NOT" }),
    }
}
