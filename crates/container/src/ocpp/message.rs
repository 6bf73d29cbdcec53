//! One message, however it was framed.

use eichrecht_json::{Node, Object, Value};

use super::action::{Action, Half};

/// What is known of a message beside its content.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Surroundings<'s> {
    /// The station, as the log names it.
    pub(super) station: Option<&'s str>,
    /// The action, as a column or the text in front names it.
    pub(super) action: Option<(Action, Half)>,
    /// The number of the exchange, as a column names it.
    pub(super) id: Option<&'s str>,
}

/// A message.
pub(super) struct Message<'n, 't> {
    pub(super) half: Half,
    pub(super) id: Option<&'n str>,
    /// `None` in an answer, whose frame does not name it.
    pub(super) action: Option<Action>,
    pub(super) payload: &'n Object<'t>,
    pub(super) station: Option<&'n str>,
    /// Offset in the content.
    pub(super) at: usize,
    /// Offset in the content from which the places of its parts are counted; `None` when it was decoded from something.
    pub(super) base: Option<usize>,
}

/// The frame of OCPP-J that a list is: `[2, id, action, payload]`, `[3, id, payload]`.
pub(super) enum Frame<'n, 't> {
    Call {
        id: &'n str,
        action: Option<Action>,
        payload: &'n Object<'t>,
    },
    Answer {
        id: &'n str,
        payload: &'n Object<'t>,
    },
    /// An error, or what has no payload.
    Empty,
}

impl<'n, 't> Frame<'n, 't> {
    pub(super) fn of(elements: &'n [Node<'t>]) -> Option<Self> {
        let (kind, rest) = elements.split_first()?;
        match (kind.as_integer()?, rest) {
            // 6 is an unconfirmed call of OCPP 2.1.
            (2 | 6, [id, action, payload]) => {
                let action = Action::of_name(action.as_str()?).map(|(action, _)| action);
                Some(match payload.as_object() {
                    Some(payload) => Self::Call { id: word(id)?, action, payload },
                    None => Self::Empty,
                })
            }
            (3, [id, payload]) => Some(match payload.as_object() {
                Some(payload) => Self::Answer { id: word(id)?, payload },
                None => Self::Empty,
            }),
            (4 | 5, [id, code, ..]) if word(id).is_some() && code.as_str().is_some() => Some(Self::Empty),
            _ => None,
        }
    }
}

/// A text, or a number as it is written.
fn word<'n>(node: &'n Node<'_>) -> Option<&'n str> {
    match &node.value {
        Value::String(text) => Some(text),
        Value::Number(digits) => Some(digits),
        _ => None,
    }
}
