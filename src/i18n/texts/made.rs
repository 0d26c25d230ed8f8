//! Reasons about what a good was made of: materials made in Canada, goods of a set, older codes, ranges of content.

texts! { super::tolerance::END;
    content_at_worst(content) "{content} at worst", "{content} au pire";
    content_at_best(content) "{content} at best", "{content} au mieux";
    set_yes(value, percent, base) "The goods of the set that do not originate are worth {value}, not more than {percent} of {base}, the value of the set", "Les produits non originaires de l’ensemble valent {value}, pas plus de {percent} de {base}, la valeur de l’ensemble";
    set_yes_plain(percent) "The goods of the set that do not originate stay within {percent} of its value", "Les produits non originaires de l’ensemble valent au plus {percent} de sa valeur";
    set_no(value, percent, base) "The goods of the set that do not originate are worth {value}, more than {percent} of {base}, the value of the set", "Les produits non originaires de l’ensemble valent {value}, plus de {percent} de {base}, la valeur de l’ensemble";
    set_no_plain(percent) "The goods of the set that do not originate are worth more than {percent} of it", "Les produits non originaires de l’ensemble valent plus de {percent} de sa valeur";
    set_open(percent) "Whether the goods of the set that do not originate stay within {percent} of it is not known", "On ne sait pas si les produits non originaires de l’ensemble valent au plus {percent} de sa valeur";
    made_out_yes(material) "{material}: made in Canada, and originates by its own rule", "{material} : fabriquée au Canada, et originaire selon sa propre règle";
    made_out_no(material) "{material}: made in Canada, but does not originate by its own rule", "{material} : fabriquée au Canada, mais non originaire selon sa propre règle";
    made_out_open(material) "{material}: made in Canada; whether it originates by its own rule is not known", "{material} : fabriquée au Canada; on ne sait pas si elle est originaire selon sa propre règle";
    inputs_yes(material) "All that went into {material} undergoes the change in its place", "Tout ce qui est entré dans cette matière subit le changement à sa place : {material}";
    inputs_no(material) "Not all that went into {material} undergoes the change in its place", "Une partie de ce qui est entré dans cette matière ne subit pas le changement à sa place : {material}";
    inputs_open(material) "Whether all that went into {material} undergoes the change in its place is not known", "On ne sait pas si tout ce qui est entré dans cette matière subit le changement à sa place : {material}";
    designation_given_up(material) "{material}: not taken as an intermediate material, since it would not originate without those inside it, which are taken instead; to designate one or the others is the producer’s choice", "{material} : non retenue comme matière intermédiaire, car elle ne serait pas originaire sans celles qu’elle contient, qui sont retenues à sa place; désigner l’une ou les autres est au choix du producteur";
    designation_open(material) "{material}: whether it can stand as an intermediate material, without those inside it, is not known", "{material} : on ne sait pas si elle peut tenir lieu de matière intermédiaire sans celles qu’elle contient";
    designation_refused(material) "{material}: not taken as an intermediate material, since it lies in another one and both rest on content", "{material} : non retenue comme matière intermédiaire, car elle est dans une autre et les deux reposent sur la teneur";
    material_read_as(material, code, older, edition) "{material} ({code}; {older} in HS {edition})", "{material} ({code}; {older} dans le SH {edition})";
    read_as(code, older, edition) "Its code, {code} of HS 2022, is {older} in HS {edition}, the edition that the rules are written in", "Son code, {code} du SH 2022, est {older} dans le SH {edition}, l’édition dans laquelle les règles sont écrites";
    read_as_any(code, edition) "Its code, {code} of HS 2022, was several codes in HS {edition}, the edition that the rules are written in; they come to the same answer", "Son code, {code} du SH 2022, réunit plusieurs codes du SH {edition}, l’édition dans laquelle les règles sont écrites; ils mènent à la même réponse";
    old_codes_several(code) "{code} of today was several codes in the edition of the rule set; not all of them come to the same answer", "Le {code} d’aujourd’hui regroupe plusieurs codes de l’édition de l’ensemble de règles; ils ne mènent pas tous à la même réponse";
    old_codes_denied(code) "{code} of today was one of several codes in the edition of the rule set, and each of them was denied: one of these answers cannot be right", "Le {code} d’aujourd’hui était l’un de plusieurs codes de l’édition de l’ensemble de règles, et chacun a été nié : l’une de ces réponses ne peut être juste";
    old_codes_ceased(code, successors) "{code} is no longer a code of HS 2022. It became {successors}. Enter one of these, or say that the older code is meant", "{code} n’est plus un code du SH 2022. Il est devenu {successors}. Inscrivez l’un de ceux-ci, ou dites que vous visez l’ancien code";
    want_own_listed(material) "your word that everything that went into {material} and does not originate in Canada, or may not, is listed", "votre confirmation que tout ce qui est entré dans cette matière et n’est pas originaire du Canada, ou pourrait ne pas l’être, est énuméré : {material}";
    want_own_transaction_value(material) "what {material} is sold for", "le prix de vente de cette matière : {material}";
    want_own_net_cost(material) "the net cost of {material}", "le coût net de cette matière : {material}";
    want_own_total_cost(material) "the total cost of {material}", "le coût total de cette matière : {material}";
}
