//! A document: where its objects are, and reading one when it is asked for.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use crate::filter::Filters;
use crate::object::{Dictionary, Id, Object};
use crate::parse::Parser;
use crate::{Bounds, Problem, scan, xref};

/// Values in all objects together, for each object there may be.
const VALUES_EACH: usize = 16;
/// References to references.
const HOPS: usize = 8;

/// Where an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    At(usize),
    /// In the object stream of this number.
    In(Id),
    Free,
}

/// Where objects are, and the dictionary that tells where to begin.
#[derive(Debug, Default)]
pub(crate) struct Places {
    pub(crate) of: HashMap<Id, Place>,
    pub(crate) trailer: Dictionary,
}

impl Places {
    /// Takes an object unless a newer one of its number is there.
    pub(crate) fn add(&mut self, id: Id, place: Place, bounds: &Bounds) -> Result<(), Problem> {
        self.of.entry(id).or_insert(place);
        if self.of.len() > bounds.objects { Err(Problem::TooManyObjects) } else { Ok(()) }
    }

    /// Takes the entries of a trailer that no newer one has.
    pub(crate) fn add_trailer(&mut self, trailer: &Dictionary) {
        for key in [&b"Root"[..], b"Encrypt"] {
            if let (None, Some(value)) = (self.trailer.get(key), trailer.get(key)) {
                self.trailer.0.push((key.to_vec(), value.clone()));
            }
        }
    }
}

/// An object as it was read.
#[derive(Clone, Debug)]
pub(crate) enum Loaded {
    Object(Object),
    /// Dictionary and bytes before any filter is undone.
    Stream(Dictionary, Range<usize>),
}

impl Loaded {
    /// The dictionary, also that of a stream.
    pub(crate) fn dictionary(self) -> Option<Dictionary> {
        match self {
            Self::Object(Object::Dictionary(dictionary)) | Self::Stream(dictionary, _) => Some(dictionary),
            Self::Object(_) => None,
        }
    }
}

/// Objects that are packed together in a stream, ISO 32000-2, 7.5.7.
struct Packed {
    bytes: Vec<u8>,
    offsets: HashMap<Id, usize>,
}

pub(crate) struct Document<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) bounds: Bounds,
    pub(crate) places: Places,
    pub(crate) repaired: bool,
    pub(crate) filters: Filters,
    packed: HashMap<Id, Rc<Packed>>,
    /// Object streams that are being unpacked: one may say that its filter is told inside itself.
    unpacking: Vec<Id>,
    /// Values that may still be read.
    values: usize,
    /// Bytes that may still be looked at: an object that never ends must not cost the whole file each time.
    work: usize,
}

impl<'a> Document<'a> {
    /// Finds the objects.
    pub(crate) fn open(bytes: &'a [u8], bounds: Bounds) -> Result<Self, Problem> {
        let mut document = Self {
            bytes,
            bounds,
            places: Places::default(),
            repaired: false,
            filters: Filters::new(bounds),
            packed: HashMap::new(),
            unpacking: Vec::new(),
            values: bounds.objects.saturating_mul(VALUES_EACH),
            work: bytes.len().saturating_mul(4).saturating_add(1 << 20),
        };
        match xref::read(&mut document) {
            Ok(()) => {}
            Err(Problem::Damaged(_)) => document.repair()?,
            Err(other) => return Err(other),
        }
        if !document.encrypted() && document.root().is_none() && !document.repaired {
            document.repair()?;
        }
        if document.encrypted() {
            return Err(Problem::Encrypted);
        }
        if document.root().is_none() {
            return Err(Problem::Damaged(if document.places.of.is_empty() { "no objects" } else { "no catalogue" }));
        }
        Ok(document)
    }

    fn encrypted(&self) -> bool {
        self.places.trailer.get(b"Encrypt").is_some_and(|entry| *entry != Object::Other)
    }

    /// The catalogue.
    pub(crate) fn root(&mut self) -> Option<Dictionary> {
        let root = self.places.trailer.get(b"Root").cloned()?;
        let catalogue = self.resolve(&root).ok()?.dictionary()?;
        (catalogue.is_of_type(b"Catalog") || catalogue.get(b"Pages").is_some()).then_some(catalogue)
    }

    /// Looks for the objects in the bytes, as their list is of no use.
    fn repair(&mut self) -> Result<(), Problem> {
        self.repaired = true;
        self.packed.clear();
        self.places = Places::default();
        scan::find(self)
    }

    /// A parser at an offset that may read what is left to be read.
    pub(crate) fn parser(&self, at: usize) -> Parser<'a> {
        Parser::new(self.bytes, at, self.values.min(self.bounds.objects))
    }

    /// Counts what a parser has read since `from`.
    pub(crate) fn charge(&mut self, parser: &Parser<'_>, from: usize) -> Result<(), Problem> {
        let given = self.values.min(self.bounds.objects);
        self.values = self.values.saturating_sub(given.saturating_sub(parser.values_left()));
        self.look_at(parser.at.saturating_sub(from))
    }

    fn look_at(&mut self, bytes: usize) -> Result<(), Problem> {
        self.work = self.work.checked_sub(bytes).ok_or(Problem::TooManyObjects)?;
        Ok(())
    }

    /// What an object is, behind all references.
    pub(crate) fn resolve(&mut self, object: &Object) -> Result<Loaded, Problem> {
        let mut object = object.clone();
        for _ in 0..HOPS {
            let Object::Reference(id) = object else { return Ok(Loaded::Object(object)) };
            match self.load(id)? {
                Loaded::Object(next) => object = next,
                stream @ Loaded::Stream(..) => return Ok(stream),
            }
        }
        Err(Problem::Damaged("references in a circle"))
    }

    /// Reads an object. One that does not exist is null.
    pub(crate) fn load(&mut self, id: Id) -> Result<Loaded, Problem> {
        match self.load_once(id) {
            Err(Problem::Damaged(_)) if !self.repaired => {
                self.repair()?;
                self.load_once(id)
            }
            other => other,
        }
    }

    fn load_once(&mut self, id: Id) -> Result<Loaded, Problem> {
        match self.places.of.get(&id) {
            None | Some(Place::Free) => Ok(Loaded::Object(Object::Other)),
            Some(Place::At(at)) => match self.read_at(*at)? {
                (found, object) if found == id => Ok(object),
                _ => Err(Problem::Damaged("another object than listed")),
            },
            Some(Place::In(stream)) => {
                let packed = self.unpack(*stream)?;
                let Some(offset) = packed.offsets.get(&id) else { return Ok(Loaded::Object(Object::Other)) };
                let mut parser = Parser::new(&packed.bytes, *offset, self.values.min(self.bounds.objects));
                let object = parser.object();
                self.charge(&parser, *offset)?;
                object.map(Loaded::Object)
            }
        }
    }

    /// Reads the object that stands at an offset, and its number.
    pub(crate) fn read_at(&mut self, at: usize) -> Result<(Id, Loaded), Problem> {
        self.read_before(at, self.bytes.len())
    }

    /// The same, for an object that ends before `end`, except that a stream may go on.
    pub(crate) fn read_before(&mut self, at: usize, end: usize) -> Result<(Id, Loaded), Problem> {
        let mut parser = self.parser(at);
        parser.bytes = self.bytes.get(..end).unwrap_or(self.bytes);
        let id = parser.head();
        let object = parser.object();
        self.charge(&parser, at)?;
        let id = id.ok_or(Problem::Damaged("no object where one is listed"))?;
        let dictionary = match object? {
            Object::Dictionary(dictionary) => dictionary,
            other => return Ok((id, Loaded::Object(other))),
        };
        parser.bytes = self.bytes;
        if !parser.word(b"stream") {
            return Ok((id, Loaded::Object(Object::Dictionary(dictionary))));
        }
        let range = self.stream(&dictionary, parser.at, id)?;
        Ok((id, Loaded::Stream(dictionary, range)))
    }

    /// The bytes of a stream whose keyword ends at an offset.
    fn stream(&mut self, dictionary: &Dictionary, at: usize, id: Id) -> Result<Range<usize>, Problem> {
        let rest = self.bytes.get(at..).unwrap_or_default();
        let line_end = if rest.starts_with(b"\r\n") { 2 } else { usize::from(rest.starts_with(b"\n") || rest.starts_with(b"\r")) };
        let start = at + line_end;
        let length = match dictionary.get(b"Length") {
            // The length of this stream may not stand in the stream itself.
            Some(Object::Reference(length)) if *length != id => match self.places.of.get(length) {
                Some(Place::At(offset)) => self.length_at(*offset, *length),
                _ => None,
            },
            Some(other) => other.integer(),
            None => None,
        };
        if let Some(end) = length.and_then(|length| start.checked_add(length)).filter(|end| *end <= self.bytes.len()) {
            let mut parser = Parser::new(self.bytes, end, 0);
            if parser.word(b"endstream") {
                return Ok(start..end);
            }
        }
        // The length is wrong: the keyword tells.
        let rest = self.bytes.get(start..).unwrap_or_default();
        let length = rest.windows(9).position(|window| window == b"endstream");
        self.look_at(length.unwrap_or(rest.len()))?;
        let length = length.ok_or(Problem::Damaged("a stream without end"))?;
        let content = rest.get(..length).unwrap_or_default();
        let content = content.strip_suffix(b"\r\n").or(content.strip_suffix(b"\n")).or(content.strip_suffix(b"\r")).unwrap_or(content);
        Ok(start..start + content.len())
    }

    /// A length that is an object of its own.
    fn length_at(&mut self, at: usize, id: Id) -> Option<usize> {
        let mut parser = self.parser(at);
        let number = parser.head().filter(|found| *found == id).and_then(|_| parser.number());
        self.charge(&parser, at).ok()?;
        number
    }

    /// The bytes of a stream with its filters undone.
    pub(crate) fn content(&mut self, dictionary: &Dictionary, range: Range<usize>) -> Result<Vec<u8>, Problem> {
        let names = self.list(dictionary, &[b"Filter", b"F"])?;
        let parameters = self.list(dictionary, &[b"DecodeParms", b"DP"])?;
        self.filters.undo(&names, &parameters, self.bytes.get(range).unwrap_or_default())
    }

    /// A value that is one object or an array of them. All references are followed.
    fn list(&mut self, dictionary: &Dictionary, keys: &[&[u8]]) -> Result<Vec<Object>, Problem> {
        let Some(value) = keys.iter().find_map(|key| dictionary.get(key)).cloned() else { return Ok(Vec::new()) };
        let Loaded::Object(value) = self.resolve(&value)? else { return Err(Problem::Damaged("a filter")) };
        let items = match value {
            Object::Array(items) => items,
            one => vec![one],
        };
        let resolved = items.iter().take(Filters::MOST + 1).map(|item| match self.resolve(item)? {
            Loaded::Object(object) => Ok(object),
            Loaded::Stream(..) => Err(Problem::Damaged("a filter")),
        });
        resolved.collect()
    }

    /// The objects in an object stream.
    fn unpack(&mut self, id: Id) -> Result<Rc<Packed>, Problem> {
        if let Some(packed) = self.packed.get(&id) {
            return Ok(Rc::clone(packed));
        }
        let Some(Place::At(at)) = self.places.of.get(&id) else { return Err(Problem::Damaged("a missing object stream")) };
        let (_, Loaded::Stream(dictionary, range)) = self.read_at(*at)? else { return Err(Problem::Damaged("an object stream")) };
        if self.unpacking.contains(&id) || self.unpacking.len() >= HOPS {
            return Err(Problem::Damaged("object streams in a circle"));
        }
        self.unpacking.push(id);
        let packed = self.packed_in(&dictionary, range);
        self.unpacking.pop();
        let packed = Rc::new(packed?);
        self.packed.insert(id, Rc::clone(&packed));
        Ok(packed)
    }

    fn packed_in(&mut self, dictionary: &Dictionary, range: Range<usize>) -> Result<Packed, Problem> {
        let broken = Problem::Damaged("an object stream");
        let first = dictionary.get(b"First").and_then(Object::integer).ok_or(broken)?;
        let count = dictionary.get(b"N").and_then(Object::integer).ok_or(broken)?;
        if count > self.bounds.objects {
            return Err(Problem::TooManyObjects);
        }
        let bytes = self.content(dictionary, range)?;
        let mut parser = Parser::new(&bytes, 0, 0);
        let mut offsets = HashMap::new();
        for _ in 0..count {
            let (Some(id), Some(offset)) = (parser.number(), parser.number()) else { return Err(broken) };
            let id = Id::try_from(id).map_err(|_| broken)?;
            offsets.entry(id).or_insert(first.saturating_add(offset));
        }
        Ok(Packed { bytes, offsets })
    }

    /// The numbers of the objects in an object stream.
    pub(crate) fn packed_ids(&mut self, id: Id) -> Result<Vec<Id>, Problem> {
        let mut ids: Vec<Id> = self.unpack(id)?.offsets.keys().copied().collect();
        ids.sort_unstable();
        Ok(ids)
    }
}
