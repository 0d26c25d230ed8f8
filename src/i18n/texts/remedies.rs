//! What must change, for a good that fails.

texts! { super::notices::END;
    remedy_make_in_canada() "Its last production would have to take place in Canada", "Sa dernière production devrait avoir lieu au Canada";
    remedy_replace(way, materials) "Under {way}, these would have to originate in Canada, or have a code from which the rule accepts a change: {materials}", "Selon {way}, ces matières devraient être originaires du Canada, ou avoir un code à partir duquel la règle accepte un changement : {materials}";
    remedy_replace_more(way, materials) "Under {way}, these would have to originate in Canada or have another code, and more would be needed besides: {materials}", "Selon {way}, ces matières devraient être originaires du Canada ou avoir un autre code, et il faudrait encore autre chose : {materials}";
    remedy_one_material(material) "If this material originated in Canada, that alone would be enough: {material}", "Si cette matière était originaire du Canada, cela seul suffirait : {material}";
    remedy_content(way, highest, foreign, lowest) "{way}: non-originating materials worth at most {highest} (now {foreign}), or a base (price or net cost) of at least {lowest}", "{way} : des matières non originaires valant au plus {highest} (actuellement {foreign}), ou une base (prix ou coût net) d’au moins {lowest}";
    remedy_content_no_base(way, highest, foreign) "{way}: non-originating materials worth at most {highest} (now {foreign})", "{way} : des matières non originaires valant au plus {highest} (actuellement {foreign})";
    remedy_tolerance(way, highest, failing, lowest) "Under {way}, what does not change would be tolerated up to {highest} (now {failing}), or with a base of at least {lowest}", "Selon {way}, ce qui ne change pas serait toléré jusqu’à {highest} (actuellement {failing}), ou avec une base d’au moins {lowest}";
    remedy_net_cost(lowest) "By net cost, with a net cost of at least {lowest}; it is seldom above the price", "Selon le coût net, avec un coût net d’au moins {lowest}; il dépasse rarement le prix";
    remedy_net_cost_now() "By net cost, with the figures as they are", "Selon le coût net, avec les chiffres tels quels";
    remedy_transaction_value(lowest) "By transaction value, with a price of at least {lowest}", "Selon la valeur transactionnelle, avec un prix d’au moins {lowest}";
    remedy_transaction_value_now() "By transaction value, with the figures as they are", "Selon la valeur transactionnelle, avec les chiffres tels quels";
    remedy_designate(material) "Designated as an intermediate material, this one would make the good originate: {material}", "Désignée comme matière intermédiaire, celle-ci rendrait le bien originaire : {material}";
    remedy_way(label) "alternative {label}", "la possibilité {label}";
    remedy_way_only() "the rule", "la règle";
    remedy_way_parts() "the provision for good and parts of one code", "la disposition sur le produit et ses pièces de même code";
    remedy_by(way, method, needed) "Under {way}, method “{method}”, at least {needed}", "Selon {way}, méthode « {method} », au moins {needed}";
}
