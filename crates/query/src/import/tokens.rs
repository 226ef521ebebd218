//! Pieces of a query in any notation become tokens of the canonical form.

use std::collections::BTreeSet;
use std::ops::Range;

use super::operators::{Spelled, in_parentheses, spelled};
use super::{Notation, Notes, fields};
use crate::ParseError;
use crate::lex::{Piece, PieceKind, pieces, unquoted};
use crate::token::{Operator, Place, Token, TokenKind, distance, lonely_colon, operator, push};

/// What was recognised.
pub(super) struct Read {
    pub(super) tokens: Vec<Token>,
    pub(super) notes: Notes,
    /// Notations that the spelling gives away.
    pub(super) evidence: BTreeSet<Notation>,
}

/// Recognises operators and fields. Where an operator can stand, `2w` is one; where a
/// word can, it is a word.
pub(super) fn read(notation: Option<Notation>, text: &str) -> Result<Read, ParseError> {
    let pieces = pieces(text)?;
    let read = Read { tokens: Vec::new(), notes: Notes::default(), evidence: BTreeSet::new() };
    let mut walk = Walk { text, pieces: &pieces, at: 0, notation, open: Vec::new(), read };
    while walk.at < pieces.len() {
        walk.step()?;
    }
    Ok(walk.read)
}

struct Walk<'a> {
    text: &'a str,
    pieces: &'a [Piece],
    at: usize,
    notation: Option<Notation>,
    /// Where in the tokens the open parentheses stand.
    open: Vec<usize>,
    read: Read,
}

impl<'a> Walk<'a> {
    fn step(&mut self) -> Result<(), ParseError> {
        let Some(piece) = self.piece(0) else { return Ok(()) };
        self.at += 1;
        let span = piece.span.clone();
        match piece.kind {
            PieceKind::Colon => Err(lonely_colon(self.text, span)),
            PieceKind::Open => self.open(span),
            PieceKind::Close => {
                let start = self.open.pop().unwrap_or(self.read.tokens.len());
                self.push(TokenKind::Close, span.clone());
                self.suffix_behind(span.end, start)
            }
            PieceKind::Quoted => self.quoted(&span),
            PieceKind::Chunk if self.after_operand() => self.operator_or_word(span),
            PieceKind::Chunk => self.operand(span),
        }
    }

    /// `(` of a group, or of `(2W)`.
    fn open(&mut self, span: Range<usize>) -> Result<(), ParseError> {
        if self.after_operand()
            && let (Some(inner), Some(close)) = (self.piece(0), self.piece(1))
            && (inner.kind, close.kind) == (PieceKind::Chunk, PieceKind::Close)
            && self.piece(2).is_some_and(begins_operand)
            && let Some(found) = in_parentheses(self.text, &inner.span)?
        {
            self.at += 2;
            self.operator(&found, span.start..close.span.end);
            return Ok(());
        }
        self.open.push(self.read.tokens.len());
        self.push(TokenKind::Open, span);
        Ok(())
    }

    fn operator_or_word(&mut self, span: Range<usize>) -> Result<(), ParseError> {
        if operator(self.text, &span)?.is_some() || self.piece(0).is_some_and(begins_operand) {
            let both = self.with_order(&span);
            if let Some(found) = spelled(self.text, &both)? {
                self.at += usize::from(both != span);
                self.operator(&found, both);
                return Ok(());
            }
        }
        self.word(span)
    }

    /// `<order>` with the `<near/n>` behind it.
    fn with_order(&self, span: &Range<usize>) -> Range<usize> {
        let order = self.written(span).eq_ignore_ascii_case("<order>");
        match self.piece(0) {
            Some(next) if order && next.kind == PieceKind::Chunk => span.start..next.span.end,
            _ => span.clone(),
        }
    }

    fn operator(&mut self, found: &Spelled, span: Range<usize>) {
        let mut operator = found.operator;
        let written = self.written(&span).to_owned();
        self.read.evidence.extend(found.evidence);
        // `w` alone is in this order at Questel, in either in PatSeer.
        if written.eq_ignore_ascii_case("w") && self.notation == Some(Notation::PatSeer) {
            operator = Operator::Near { ordered: false, distance: 1 };
        }
        if let (Operator::Near { ordered, distance }, false) = (operator, found.reason.is_empty()) {
            let name = if ordered { "ADJ" } else { "NEAR" };
            let reason = found.reason;
            self.read.notes.add(format!("`{written}` was read as {name}{distance}: {reason}"));
        }
        self.push(TokenKind::Operator(operator), span);
    }

    /// Where an operand begins: a field, an operator out of place, or a word.
    fn operand(&mut self, span: Range<usize>) -> Result<(), ParseError> {
        if let Some(colon) = self.piece(0).filter(|piece| piece.kind == PieceKind::Colon) {
            self.at += 1;
            return self.place(&span, colon.span.end);
        }
        if let Some(found) = operator(self.text, &span)? {
            self.push(TokenKind::Operator(found), span);
            return Ok(());
        }
        if self.written(&span).eq_ignore_ascii_case("<not>") {
            self.push(TokenKind::Operator(Operator::Not), span);
            return Ok(());
        }
        if let Some(length) = self.written(&span).find('=') {
            return self.assigned(span, length);
        }
        let next = self.piece(0).filter(|piece| piece.kind == PieceKind::Chunk);
        match next.map(|piece| (piece.span.clone(), self.written(&piece.span))) {
            Some((equals, written)) if written.starts_with('=') => {
                self.at += 1;
                self.read.evidence.insert(Notation::Espacenet);
                self.place(&span, equals.start + 1)?;
                self.rest(equals.start + 1..equals.end)
            }
            Some((_, relation)) if self.is_relation(&span, relation) => self.relation(&span),
            _ => self.word(span),
        }
    }

    /// `ti=solar`, or `ti=` before a group.
    fn assigned(&mut self, span: Range<usize>, length: usize) -> Result<(), ParseError> {
        let name = span.start..span.start + length;
        self.read.evidence.insert(Notation::Espacenet);
        self.place(&name, name.end + 1)?;
        self.rest(name.end + 1..span.end)
    }

    fn rest(&mut self, span: Range<usize>) -> Result<(), ParseError> {
        if span.is_empty() { Ok(()) } else { self.word(span) }
    }

    fn place(&mut self, name: &Range<usize>, end: usize) -> Result<(), ParseError> {
        let place = fields::place(self.text, name)?;
        self.push(TokenKind::Place(place), name.start..end);
        Ok(())
    }

    /// `ti all "paint brush"` and `ti any "motor engine"`.
    fn is_relation(&self, name: &Range<usize>, relation: &str) -> bool {
        let known = fields::known(&self.written(name).to_uppercase());
        matches!(known, Some(Place::Text(_)))
            && ["all", "any"].iter().any(|word| relation.eq_ignore_ascii_case(word))
            && self.piece(1).is_some_and(|piece| piece.kind == PieceKind::Quoted)
    }

    fn relation(&mut self, name: &Range<usize>) -> Result<(), ParseError> {
        let (Some(relation), Some(quoted)) = (self.piece(0), self.piece(1)) else { return Ok(()) };
        self.at += 2;
        self.read.evidence.insert(Notation::Espacenet);
        let any = self.written(&relation.span).eq_ignore_ascii_case("any");
        self.place(name, relation.span.end)?;
        self.spread(&quoted.span, if any { Operator::Or } else { Operator::And });
        Ok(())
    }

    /// The words in quotation marks as a group with an operator between them.
    fn spread(&mut self, quoted: &Range<usize>, operator: Operator) {
        let inside = unquoted(self.text, quoted);
        self.push(TokenKind::Open, quoted.start..inside.start);
        let mut start = inside.start;
        let mut first = true;
        for word in self.written(&inside).split([' ', ',', '\t', '\n']) {
            let span = start..start + word.len();
            start = span.end + 1;
            if word.is_empty() {
                continue;
            }
            if !first {
                self.push(TokenKind::Operator(operator), quoted.clone());
            }
            first = false;
            self.push(TokenKind::Word, span);
        }
        self.push(TokenKind::Close, inside.end..quoted.end);
    }

    /// A phrase, or with `~3` behind it a proximity.
    fn quoted(&mut self, span: &Range<usize>) -> Result<(), ParseError> {
        let start = self.read.tokens.len();
        let behind = self
            .piece(0)
            .filter(|next| next.kind == PieceKind::Chunk && next.span.start == span.end);
        let tilde = behind.and_then(|next| {
            Some((next.span.clone(), self.written(&next.span).strip_prefix('~')?))
        });
        let Some((tilde, digits)) = tilde else {
            self.push(TokenKind::Quoted, span.clone());
            return self.suffix_behind(span.end, start);
        };
        self.at += 1;
        self.read.evidence.insert(Notation::Verity);
        if digits == "0" {
            self.push(TokenKind::Quoted, span.clone());
            return Ok(());
        }
        let distance = distance(self.text, &tilde, digits, 0)?;
        let written = self.written(&(span.start..tilde.end));
        self.read.notes.add(format!(
            "`{written}` was read as NEAR{distance} from word to word; search engines differ \
             about whether the number counts words, words between or moves"
        ));
        self.spread(span, Operator::Near { ordered: false, distance });
        Ok(())
    }

    fn word(&mut self, span: Range<usize>) -> Result<(), ParseError> {
        let start = self.read.tokens.len();
        let written = self.written(&span);
        if written.ends_with('+') || written.contains("+-") {
            self.read.evidence.insert(Notation::Orbit);
        }
        let suffix = fields::suffix(written).filter(|length| *length > 0);
        let end = suffix.map_or(span.end, |length| span.start + length);
        self.push(TokenKind::Word, span.start..end);
        if suffix.is_some() { self.suffix(end..span.end, start) } else { Ok(()) }
    }

    /// `/TI/AB` directly behind a group or a phrase.
    fn suffix_behind(&mut self, end: usize, start: usize) -> Result<(), ParseError> {
        let Some(piece) = self.piece(0) else { return Ok(()) };
        let stroke = self.written(&piece.span).starts_with('/');
        let number = self.written(&piece.span).contains(|digit: char| digit.is_ascii_digit());
        if piece.kind != PieceKind::Chunk || piece.span.start != end || !stroke || number {
            return Ok(());
        }
        self.at += 1;
        self.suffix(piece.span.clone(), start)
    }

    /// The field goes before its operand.
    fn suffix(&mut self, span: Range<usize>, start: usize) -> Result<(), ParseError> {
        let place = fields::suffix_place(self.text, &span)?;
        self.read.tokens.insert(start, Token { kind: TokenKind::Place(place), span });
        Ok(())
    }

    fn after_operand(&self) -> bool {
        let last = self.read.tokens.last().map(|token| token.kind);
        matches!(last, Some(TokenKind::Word | TokenKind::Quoted | TokenKind::Close))
    }

    fn push(&mut self, kind: TokenKind, span: Range<usize>) {
        push(&mut self.read.tokens, Token { kind, span });
    }

    fn piece(&self, ahead: usize) -> Option<&'a Piece> {
        self.pieces.get(self.at + ahead)
    }

    fn written(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }
}

fn begins_operand(piece: &Piece) -> bool {
    matches!(piece.kind, PieceKind::Chunk | PieceKind::Quoted | PieceKind::Open)
}
