//! What a screen is made of: elements, texts and live regions, as plain data that shows itself.
//!
//! Leptos' `view!` makes a type, and with it code, of every element. A page of this many elements would not fit its
//! size budget that way, so here is one type for all of them, shown and updated in place through Leptos' own traits.

use super::state::App;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node as DomNode, Text};
use leptos::tachys::view::any_view::{AnyView, AnyViewState};
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

/// A piece of a screen.
pub(super) enum Node {
    /// An element.
    Element(Box<Parts>),
    /// A text.
    Text(String),
    /// Anything of Leptos: a region that follows signals.
    View(Box<AnyView>),
    /// An element that is made only where it is not shown like that already.
    Kept(Box<Kept>),
}

/// An element that is made when it is needed.
pub(super) struct Kept {
    key: String,
    stamp: u64,
    make: Box<dyn FnOnce() -> El + Send>,
}

/// An element with its attributes and children.
///
/// Boxed, as it is handed on from call to call while it is put together.
pub(super) struct El(Box<Parts>);

/// What an element is made of.
pub(super) struct Parts {
    tag: &'static str,
    svg: bool,
    key: String,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

/// An element of HTML.
#[inline(never)]
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, svg: false, key: String::new(), attributes: Vec::new(), children: Vec::new() }))
}

/// An element of HTML with a class.
#[inline(never)]
pub(super) fn of(tag: &'static str, class: &str) -> El {
    el(tag).with("class", class)
}

/// An element of SVG.
#[inline(never)]
pub(super) fn svg(tag: &'static str) -> El {
    let mut element = el(tag);
    element.0.svg = true;
    element
}

/// A region that shows what `show` returns, again whenever a signal it read has changed.
pub(super) fn live(show: impl Fn() -> Node + Send + 'static) -> Node {
    let show: Box<dyn FnMut() -> Node + Send> = Box::new(show);
    view(show.into_any())
}

/// A region that shows what `show` returns for the state, again whenever a signal it read has changed.
pub(super) fn follow(app: App, show: fn(App) -> Node) -> Node {
    live(move || show(app))
}

/// Anything of Leptos.
pub(super) fn view(view: AnyView) -> Node {
    Node::View(Box::new(view))
}

/// An element that is made only where none of this key and stamp is shown already. The stamp must differ where the
/// element would.
pub(super) fn kept(key: String, stamp: Stamp, make: Box<dyn FnOnce() -> El + Send>) -> Node {
    Node::Kept(Box::new(Kept { key, stamp: stamp.0, make }))
}

/// What tells one state of a thing from another: a hash (FNV-1a) of everything in it.
#[derive(Clone, Copy)]
pub(super) struct Stamp(u64);

impl Stamp {
    /// Of nothing yet.
    pub(super) const NONE: Stamp = Stamp(0xcbf2_9ce4_8422_2325);

    /// And of this text.
    #[inline(never)]
    pub(super) fn text(mut self, text: &str) -> Stamp {
        // The closing byte stands in no text, so that `a`, `b` and `ab`, `` differ.
        for byte in text.bytes().chain([255]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self
    }

    /// And of this number.
    pub(super) fn number(self, number: usize) -> Stamp {
        self.text(&number.to_string())
    }
}

/// Nothing to see.
#[inline(never)]
pub(super) fn nothing() -> Node {
    Node::Text(String::new())
}

impl El {
    /// With an attribute.
    #[inline(never)]
    pub(super) fn with(self, name: &'static str, value: &str) -> El {
        self.say(name, value.to_owned())
    }

    /// Whether it has no children.
    pub(super) fn is_empty(&self) -> bool {
        self.0.children.is_empty()
    }

    /// With an attribute whose value was made for it.
    #[inline(never)]
    pub(super) fn say(mut self, name: &'static str, value: String) -> El {
        self.0.attributes.push((name, value));
        self
    }

    /// With an attribute that has no value, if `on`.
    #[inline(never)]
    pub(super) fn flag(self, name: &'static str, on: bool) -> El {
        if on { self.with(name, "") } else { self }
    }

    /// Told apart from others of its kind: never turned into one with another key.
    #[inline(never)]
    pub(super) fn keyed(mut self, key: &str) -> El {
        key.clone_into(&mut self.0.key);
        self
    }

    /// With a text after its other children.
    #[inline(never)]
    pub(super) fn text(mut self, text: String) -> El {
        self.0.children.push(Node::Text(text));
        self
    }

    /// With a child after its other children.
    pub(super) fn put(self, child: impl Into<Node>) -> El {
        self.push(child.into())
    }

    /// Gives it a child after its other children.
    pub(super) fn add(&mut self, child: Node) {
        self.0.children.push(child);
    }

    #[inline(never)]
    fn push(mut self, child: Node) -> El {
        self.0.children.push(child);
        self
    }

    /// With children after its other children.
    pub(super) fn all<T: Into<Node>>(mut self, children: impl IntoIterator<Item = T>) -> El {
        for child in children {
            self = self.push(child.into());
        }
        self
    }

    /// With a term and what it stands for.
    #[inline(never)]
    pub(super) fn pair(self, term: String, text: String) -> El {
        self.put(el("dt").text(term)).put(el("dd").text(text))
    }

    /// With a cell of a table's head.
    #[inline(never)]
    pub(super) fn th(self, class: &str, text: String) -> El {
        self.put(of("th", class).with("scope", "col").text(text))
    }
}

impl From<El> for Node {
    fn from(element: El) -> Node {
        Node::Element(element.0)
    }
}

/// A piece of a screen as it stands in the document.
pub(super) enum Shown {
    Element { dom: Element, is: Box<Parts>, children: Vec<Shown> },
    Text(Text, String),
    View(Box<AnyViewState>),
    Kept { key: String, stamp: u64, shown: Box<Shown> },
}

impl Shown {
    fn part(&self) -> &dyn Mountable {
        match self {
            Shown::Element { dom, .. } => dom,
            Shown::Text(dom, _) => dom,
            Shown::View(state) => &**state,
            Shown::Kept { shown, .. } => shown.part(),
        }
    }

    fn part_mut(&mut self) -> &mut dyn Mountable {
        match self {
            Shown::Element { dom, .. } => dom,
            Shown::Text(dom, _) => dom,
            Shown::View(state) => &mut **state,
            Shown::Kept { shown, .. } => shown.part_mut(),
        }
    }
}

impl Mountable for Shown {
    fn unmount(&mut self) {
        self.part_mut().unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&DomNode>) {
        self.part_mut().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.part().insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.part().elements()
    }
}

/// The key of an element that is to be shown. Empty: none.
fn key_of(node: &Node) -> String {
    match node {
        Node::Element(element) => element.key.clone(),
        Node::Kept(kept) => kept.key.clone(),
        Node::Text(_) | Node::View(_) => String::new(),
    }
}

impl Shown {
    /// The key of an element that is shown. Empty: none.
    fn key(&self) -> &str {
        match self {
            Shown::Element { is, .. } => &is.key,
            Shown::Kept { key, .. } => key,
            Shown::Text(..) | Shown::View(_) => "",
        }
    }
}

fn build_element(mut element: Box<Parts>) -> Shown {
    let namespace = if element.svg { Some("http://www.w3.org/2000/svg") } else { None };
    let dom = Rndr::create_element(element.tag, namespace);
    for (name, value) in &element.attributes {
        Rndr::set_attribute(&dom, name, value);
    }
    let mut children = Vec::with_capacity(element.children.len());
    for child in std::mem::take(&mut element.children) {
        let mut child = child.build();
        child.mount(&dom, None);
        children.push(child);
    }
    Shown::Element { dom, is: element, children }
}

fn update_element(mut new: Box<Parts>, dom: &Element, was: &mut Box<Parts>, shown: &mut Vec<Shown>) {
    for (name, value) in &new.attributes {
        if !was.attributes.iter().any(|(n, v)| n == name && v == value) {
            Rndr::set_attribute(dom, name, value);
        }
    }
    for (name, _) in &was.attributes {
        if !new.attributes.iter().any(|(n, _)| n == name) {
            Rndr::remove_attribute(dom, name);
        }
    }
    let children = std::mem::take(&mut new.children);
    let wanted: Vec<String> = children.iter().map(key_of).collect();
    for (index, child) in children.into_iter().enumerate() {
        let (key, there) = (wanted[index].as_str(), shown.get(index).map(Shown::key).unwrap_or_default());
        if key != there {
            // What has a key is neither made anew nor moved when something comes or goes before it: whoever types in
            // it keeps the focus.
            if let Some(at) = shown.iter().skip(index).position(|it| !key.is_empty() && it.key() == key) {
                for mut gone in shown.drain(index..index + at) {
                    gone.unmount();
                }
            } else if !there.is_empty() && wanted[index..].iter().any(|it| it == there) {
                let mut child = child.build();
                shown[index].insert_before_this(&mut child);
                shown.insert(index, child);
                continue;
            }
        }
        if let Some(old) = shown.get_mut(index) {
            child.rebuild(old);
        } else {
            let mut child = child.build();
            child.mount(dom, None);
            shown.push(child);
        }
    }
    for mut gone in shown.drain(wanted.len().min(shown.len())..) {
        gone.unmount();
    }
    *was = new;
}

impl Render for Node {
    type State = Shown;

    #[inline(never)]
    fn build(self) -> Shown {
        match self {
            Node::Element(element) => build_element(element),
            Node::Text(text) => Shown::Text(Rndr::create_text_node(&text), text),
            Node::View(view) => Shown::View(Box::new(view.build())),
            Node::Kept(kept) => {
                let shown = Box::new(Node::from((kept.make)()).build());
                Shown::Kept { key: kept.key, stamp: kept.stamp, shown }
            }
        }
    }

    #[inline(never)]
    fn rebuild(self, shown: &mut Shown) {
        match (self, &mut *shown) {
            (Node::Element(new), Shown::Element { dom, is, children })
                if new.tag == is.tag && new.key == is.key =>
            {
                update_element(new, dom, is, children);
            }
            (Node::Text(new), Shown::Text(dom, text)) => {
                if new != *text {
                    Rndr::set_text(dom, &new);
                    *text = new;
                }
            }
            (Node::View(view), Shown::View(state)) => view.rebuild(state),
            (Node::Kept(new), Shown::Kept { key, stamp, shown }) if new.key == *key => {
                if new.stamp != *stamp {
                    *stamp = new.stamp;
                    Node::from((new.make)()).rebuild(shown);
                }
            }
            (new, old) => {
                let mut new = new.build();
                old.insert_before_this(&mut new);
                old.unmount();
                *shown = new;
            }
        }
    }
}

impl AddAnyAttr for Node {
    type Output<SomeNewAttr: leptos::attr::Attribute> = Node;

    fn add_any_attr<NewAttr: leptos::attr::Attribute>(self, _attr: NewAttr) -> Node {
        self
    }
}

// The page is never rendered to text, nor taken over from one.
impl RenderHtml for Node {
    type AsyncOutput = Node;
    type Owned = Node;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Node {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Shown {
        self.build()
    }

    fn into_owned(self) -> Node {
        self
    }
}
