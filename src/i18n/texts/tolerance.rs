//! What is tolerated of what fails a change, by value or by weight; and parts that stand in its place.

texts! { super::of_bid::END;
    de_minimis_yes(value, percent, base) "What does not change is worth {value}, within the tolerance of {percent} of {base}", "Ce qui ne change pas vaut {value}, dans la tolérance de {percent} de {base}";
    de_minimis_no(value, percent, base) "What does not change is worth {value}, more than {percent} of {base}", "Ce qui ne change pas vaut {value}, plus de {percent} de {base}";
    de_minimis_no_plain(percent) "What does not change is worth more than the tolerance of {percent}", "Ce qui ne change pas vaut plus que la tolérance de {percent}";
    de_minimis_yes_plain(percent) "What does not change stays within the tolerance of {percent}", "Ce qui ne change pas reste dans la tolérance de {percent}";
    de_minimis_open(percent) "Whether what does not change stays within the tolerance of {percent} is not known", "On ne sait pas si ce qui ne change pas reste dans la tolérance de {percent}";
    not_tolerated_no(material) "{material}: must change, however small it is", "{material} : doit changer, si petite que soit sa valeur";
    not_tolerated_open(material) "{material}: not known whether it stands in the way as one that must change, however small it is", "{material} : on ne sait pas si cette matière fait obstacle, devant changer si petite que soit sa valeur";
    weight_yes(what, weight, percent, base) "{what} weighs {weight}, within the tolerance of {percent} of {base}", "{what} pèse {weight}, dans la tolérance de {percent} de {base}";
    weight_no(what, weight, percent, base) "{what} weighs {weight}, more than {percent} of {base}", "{what} pèse {weight}, plus de {percent} de {base}";
    weight_yes_plain(what, percent, whole) "{what} stays within the tolerance of {percent} of the weight of {whole}", "{what} reste dans la tolérance de {percent} du poids {whole}";
    weight_no_plain(what, percent, whole) "{what} weighs more than {percent} of {whole}", "{what} pèse plus de {percent} du poids {whole}";
    weight_open(what, percent, whole) "{what}: not known whether it stays within the tolerance of {percent} of the weight of {whole}", "{what} : on ne sait pas si cela reste dans la tolérance de {percent} du poids {whole}";
    weight_base(weight, whole) "{weight}, the weight of {whole}", "{weight}, le poids {whole}";
    weight_all() "What does not change", "Ce qui ne change pas";
    weight_elastomers() "What is elastomeric of it", "La part d’élastomère qui s’y trouve";
    weight_of_good() "the good", "du bien";
    weight_of_component() "the component that settles its code", "de la composante qui en détermine le code";
    fibre_no(material) "{material}: neither fibre nor yarn, and nothing else is tolerated by weight", "{material} : ni fibre ni fil, et rien d’autre n’est toléré selon le poids";
    fibre_open(material) "{material}: not known whether it stands in the way as neither fibre nor yarn, since nothing else is tolerated by weight", "{material} : on ne sait pas si cette matière fait obstacle, n’étant ni fibre ni fil, car rien d’autre n’est toléré selon le poids";
    tolerated_yes() "What does not change is tolerated", "Ce qui ne change pas est toléré";
    tolerated_no() "What does not change is not tolerated", "Ce qui ne change pas n’est pas toléré";
    tolerated_open() "Whether what does not change is tolerated is not known", "On ne sait pas si ce qui ne change pas est toléré";
    change_or_part_yes(material) "{material}: undergoes the change, or is under the same code a part of the good, or the good unassembled", "{material} : subit le changement, ou est sous le même code une pièce du produit, ou le produit non monté";
    change_or_part_no(material) "{material}: does not undergo the change, nor is it under the same code a part of the good, or the good unassembled", "{material} : ne subit pas le changement, et n’est pas sous le même code une pièce du produit, ni le produit non monté";
    change_or_part_open(material) "{material}: not known whether it undergoes the change, or is a part of the good under the same code", "{material} : on ne sait pas si cette matière subit le changement, ou est une pièce du produit sous le même code";
    want_settled_list() "which of the materials that the rule forbids in combination fail the change: the text does not say", "lesquelles des matières que la règle interdit en combinaison ne subissent pas le changement : le texte ne le dit pas";
    closed_by_rule() "The rule offers net cost alone, which closes the transaction value method", "La règle n’offre que le coût net, ce qui ferme la méthode de la valeur transactionnelle";
}
