//! The materials of a good as typed, each found by its id and called by its name.

use crate::case::MaterialId;
use crate::draft::{GoodForm, MaterialForm};
use crate::i18n::Words;
use crate::index::Index;

/// A good as typed. A bill of a hundred thousand materials is asked for each of them.
pub(super) struct Bill<'f> {
    pub(super) good: &'f GoodForm,
    places: Index,
}

impl<'f> Bill<'f> {
    pub(super) fn new(good: &'f GoodForm) -> Bill<'f> {
        let mut places = Index::default();
        for (at, material) in good.materials.iter().enumerate() {
            // Of two with one id, which is an error that is told, the first.
            places.note(material.id.into(), at);
        }
        Bill { good, places }
    }

    /// The material. Nothing where the good has none of this id.
    pub(super) fn get(&self, id: MaterialId) -> Option<&'f MaterialForm> {
        self.good.materials.get(self.places.get(id.0.into())?)
    }

    /// What the material is called: as it is described, or by its number in the grid.
    pub(super) fn name(&self, words: &Words, id: MaterialId) -> String {
        let description = self.get(id).map(|material| material.description.trim()).unwrap_or_default();
        if description.is_empty() {
            let number = self.places.get(id.0.into()).map_or(id.0 as usize, |at| at + 1);
            words.material_number(&number.to_string())
        } else {
            description.to_owned()
        }
    }
}
