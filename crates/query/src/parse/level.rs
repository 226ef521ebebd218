//! Operands, the operators between them, and parentheses.

use std::ops::Range;

use super::Parser;
use super::node::Node;
use crate::ParseError;
use crate::token::{Operator, TokenKind};

/// Operators and parentheses inside each other, at most. More would exhaust the stack
/// of whoever walks the query.
const DEEPEST: usize = 200;

/// A part that has been read, with its place and how many operators stand inside each
/// other in it.
pub(super) struct Part<N> {
    pub(super) node: N,
    pub(super) span: Range<usize>,
    pub(super) height: usize,
}

/// An operator as it stands in the query.
type Written = (Operator, Range<usize>);

impl Parser<'_> {
    /// A whole text.
    pub(super) fn whole<N: Node>(&mut self) -> Result<N, ParseError> {
        let part = self.level::<N>(0)?;
        match self.peek() {
            None => Ok(part.node),
            Some(token) => Err(self.error(
                &token.span,
                "this parenthesis closes nothing",
                "leave it out, or open one before it",
            )),
        }
    }

    /// What stands between two parentheses, of which the first has been read.
    pub(super) fn group<N: Node>(
        &mut self,
        open: &Range<usize>,
        depth: usize,
    ) -> Result<Part<N>, ParseError> {
        self.check_depth(depth + 1, open)?;
        if let Some(token) = self.peek().filter(|token| token.kind == TokenKind::Close) {
            let message = "nothing stands between these parentheses";
            let span = open.start..token.span.end;
            return Err(self.error(&span, message, format!("write {} in them", N::OPERAND)));
        }
        let part = self.level::<N>(depth + 1)?;
        let Some(close) = self.peek() else {
            let message = "this parenthesis is not closed";
            return Err(self.error(open, message, "write `)` where the group ends"));
        };
        let span = open.start..close.span.end;
        self.at += 1;
        Ok(Part { span, ..part })
    }

    /// Operands and operators up to a closing parenthesis or the end.
    fn level<N: Node>(&mut self, depth: usize) -> Result<Part<N>, ParseError> {
        let first = self.operand::<N>(depth)?;
        match self.operator::<N>()? {
            None => Ok(first),
            Some((Operator::Near { .. }, _)) => self.chain(first, depth),
            Some(joint) => self.sequence(first, &joint, depth),
        }
    }

    fn operand<N: Node>(&mut self, depth: usize) -> Result<Part<N>, ParseError> {
        let Some(token) = self.peek() else { return Err(self.missing(N::OPERAND)) };
        let (kind, span) = (token.kind, token.span.clone());
        match kind {
            TokenKind::Open => {
                self.at += 1;
                self.group(&span, depth)
            }
            TokenKind::Close => Err(self.missing(N::OPERAND)),
            TokenKind::Operator(_) => {
                let message = format!("nothing stands before `{}`", self.written(&span));
                Err(self.error(&span, message, format!("write {} first", N::OPERAND)))
            }
            _ => N::operand(self, depth),
        }
    }

    /// Operands joined with AND or OR, or two with NOT.
    fn sequence<N: Node>(
        &mut self,
        first: Part<N>,
        joint: &Written,
        depth: usize,
    ) -> Result<Part<N>, ParseError> {
        let mut span = first.span;
        let mut height = first.height;
        let mut nodes = vec![first.node];
        while let Some(next) = self.operator::<N>()? {
            if nodes.len() > 1 {
                self.check_one_kind(joint.0, &next)?;
            }
            self.at += 1;
            let part = self.operand::<N>(depth)?;
            span.end = part.span.end;
            height = height.max(part.height);
            nodes.push(part.node);
        }
        self.check_depth(height + 1, &joint.1)?;
        Ok(Part { node: N::join(joint.0, nodes), span, height: height + 1 })
    }

    /// Operands joined by proximities, grouped from the left.
    fn chain<N: Node>(&mut self, first: Part<N>, depth: usize) -> Result<Part<N>, ParseError> {
        let mut left = first;
        let mut joint = None;
        while let Some(next) = self.operator::<N>()? {
            let Operator::Near { ordered, distance } = next.0 else {
                let first = joint.unwrap_or(next.0);
                return Err(self.mixed(first, &next));
            };
            joint = Some(next.0);
            self.at += 1;
            let right = self.operand::<N>(depth)?;
            self.check_side(&left)?;
            self.check_side(&right)?;
            let height = left.height.max(right.height) + 1;
            self.check_depth(height, &next.1)?;
            let span = left.span.start..right.span.end;
            let Some(node) = N::near(ordered, distance, left.node, right.node) else {
                return Err(self.joins_words(&next));
            };
            left = Part { node, span, height };
        }
        Ok(left)
    }

    /// The operator at hand; None at a closing parenthesis and at the end.
    fn operator<N: Node>(&self) -> Result<Option<Written>, ParseError> {
        let Some(token) = self.peek() else { return Ok(None) };
        match token.kind {
            TokenKind::Close => Ok(None),
            TokenKind::Operator(operator) => Ok(Some((operator, token.span.clone()))),
            _ => {
                let message = format!("an operator is missing before {}", self.short(&token.span));
                Err(self.error(&token.span, message, N::OPERATORS))
            }
        }
    }

    fn check_one_kind(&self, first: Operator, next: &Written) -> Result<(), ParseError> {
        if first == Operator::Not && next.0 == Operator::Not {
            let message = "NOT stands beside NOT without parentheses";
            return Err(self.error(&next.1, message, "write (a NOT b) NOT c or a NOT (b OR c)"));
        }
        if first == next.0 { Ok(()) } else { Err(self.mixed(first, next)) }
    }

    fn mixed(&self, first: Operator, next: &Written) -> ParseError {
        let (first, second) = (name(first), name(next.0));
        let message = format!("{second} stands beside {first} without parentheses");
        let way_out = format!(
            "say with parentheses which belongs together, such as (a {first} b) {second} c"
        );
        self.error(&next.1, message, way_out)
    }

    fn joins_words(&self, written: &Written) -> ParseError {
        let message = format!("{} joins words, not fields or symbols", name(written.0));
        self.error(&written.1, message, "write it inside one field, such as TA:(a ADJ2 b)")
    }

    fn check_side<N: Node>(&self, part: &Part<N>) -> Result<(), ParseError> {
        if part.node.may_stand_near() {
            return Ok(());
        }
        let message = "AND and NOT cannot stand inside a proximity";
        let way_out = "a side of ADJ or NEAR is a word, a phrase, a proximity or an OR of these";
        Err(self.error(&part.span, message, way_out))
    }

    pub(super) fn check_depth(&self, depth: usize, span: &Range<usize>) -> Result<(), ParseError> {
        if depth <= DEEPEST {
            return Ok(());
        }
        let message = format!("operators and parentheses stand more than {DEEPEST} deep");
        Err(self.error(span, message, "write the query flatter"))
    }

    /// A token as messages show it.
    fn short(&self, span: &Range<usize>) -> String {
        let mut shown: String = self.written(span).chars().take(30).collect();
        if shown.len() < span.len() {
            shown.push('…');
        }
        format!("`{shown}`")
    }
}

fn name(operator: Operator) -> String {
    match operator {
        Operator::And => "AND".into(),
        Operator::Or => "OR".into(),
        Operator::Not => "NOT".into(),
        Operator::Near { ordered: true, distance } => format!("ADJ{distance}"),
        Operator::Near { ordered: false, distance } => format!("NEAR{distance}"),
    }
}
