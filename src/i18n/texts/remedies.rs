//! What must change, for a good that fails.

texts! { super::notices::END;
    remedy_make_in_canada() "Its last production would have to take place in Canada", "Sa dernière production devrait avoir lieu au Canada";
    remedy_replace(way, materials) "Under {way}, these would have to be made in Canada or come from where the rule lets them come from: {materials}", "Selon {way}, ces matières devraient être fabriquées au Canada ou venir d’où la règle le permet : {materials}";
    remedy_replace_more(way, materials) "Under {way}, these would have to be made in Canada or come from elsewhere, and more would be needed besides: {materials}", "Selon {way}, ces matières devraient être fabriquées au Canada ou venir d’ailleurs, et il faudrait encore autre chose : {materials}";
    remedy_one_material(material) "Made in Canada, this material alone would be enough: {material}", "Fabriquée au Canada, cette matière suffirait à elle seule : {material}";
    remedy_content(way, highest, foreign, lowest) "{way}: foreign materials of at most {highest} (now {foreign}), or a base of at least {lowest}", "{way} : des matières étrangères d’au plus {highest} (actuellement {foreign}), ou une base d’au moins {lowest}";
    remedy_content_no_base(way, highest, foreign) "{way}: foreign materials of at most {highest} (now {foreign})", "{way} : des matières étrangères d’au plus {highest} (actuellement {foreign})";
    remedy_tolerance(way, highest, failing, lowest) "Under {way}, what does not change would be tolerated up to {highest} (now {failing}), or with a base of at least {lowest}", "Selon {way}, ce qui ne change pas serait toléré jusqu’à {highest} (actuellement {failing}), ou avec une base d’au moins {lowest}";
    remedy_net_cost(lowest) "By net cost, with a net cost of at least {lowest}; it is seldom above the price", "Selon le coût net, avec un coût net d’au moins {lowest}; il dépasse rarement le prix";
    remedy_net_cost_now() "By net cost, with the figures as they are", "Selon le coût net, avec les chiffres tels quels";
    remedy_transaction_value(lowest) "By transaction value, with a price of at least {lowest}", "Selon la valeur transactionnelle, avec un prix d’au moins {lowest}";
    remedy_transaction_value_now() "By transaction value, with the figures as they are", "Selon la valeur transactionnelle, avec les chiffres tels quels";
    remedy_designate(material) "Designated as an intermediate material, this one would make the good originate: {material}", "Désignée comme matière intermédiaire, celle-ci rendrait le bien originaire : {material}";
    remedy_way(label) "alternative {label}", "la possibilité {label}";
    remedy_way_only() "the rule", "la règle";
    remedy_way_parts() "the provision for good and parts of one code", "la disposition sur le produit et ses pièces de même code";
    remedy_by(way, method, needed) "Under {way}, {method}, {needed}", "Selon {way}, {method}, {needed}";
}
