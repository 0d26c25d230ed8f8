//! Texts of the engine: the worksheets of regional value content, the run of the questions, places in a source,
//! reasons.

texts! { super::taken::END;
    column_method() "Method", "Méthode";
    column_base() "Base", "Base";
    column_foreign() "Non-originating", "Non originaires";
    column_content() "Content", "Teneur";
    column_needed() "Required", "Exigée";
    column_met() "Met?", "Atteinte?";
    content_caption() "Regional value content by each method that the rule allows", "Teneur en valeur régionale selon chaque méthode que la règle permet";
    content_hint() "Content = (base − non-originating materials) ÷ base. One method is enough.", "Teneur = (base − matières non originaires) ÷ base. Une seule méthode suffit.";
    worksheet(method) "Worksheet: {method}", "Feuille de calcul : {method}";
    column_step() "Step", "Étape";
    column_figure() "Amount", "Montant";
    column_written() "Where it is written", "Où c’est écrit";
    sheet_price() "Price of one unit", "Prix d’une unité";
    sheet_shipment() "less international shipment and its packing that it includes", "moins l’expédition internationale, et son emballage, qu’il comprend";
    sheet_inland() "plus transport to the point of direct shipment that it leaves out", "plus le transport jusqu’au point d’expédition directe, qu’il ne comprend pas";
    sheet_transaction_value() "Transaction value, adjusted", "Valeur transactionnelle rajustée";
    sheet_total_cost() "Total cost of one unit", "Coût total d’une unité";
    sheet_promotion() "less sales promotion, marketing and after-sales service", "moins la promotion des ventes, la commercialisation et le service après-vente";
    sheet_royalties() "less royalties", "moins les redevances";
    sheet_shipping() "less shipping and packing", "moins l’expédition et l’emballage";
    sheet_interest() "less interest beyond what is allowed", "moins les intérêts au-delà de ce qui est permis";
    sheet_net_cost() "Net cost", "Coût net";
    sheet_not_known() "not known", "inconnu";
    sheet_price_as_given() "Price of one unit, as given", "Prix d’une unité, tel que donné";
    sheet_net_cost_as_given() "Net cost, as given", "Coût net, tel que donné";
    sheet_perhaps(material) "{material}: whether it counts is not settled", "{material} : reste à savoir si elle compte";
    sheet_not_counted(material) "{material}: originates, so it does not count", "{material} : originaire, elle ne compte donc pas";
    sheet_freight(sign, material) "{sign} freight, insurance and packing of {material}", "{sign} transport, assurance et emballage de {material}";
    sheet_duty(sign, material) "{sign} duties and taxes not recovered on {material}", "{sign} droits et taxes non récupérés sur {material}";
    sheet_brokerage(sign, material) "{sign} brokerage of {material}", "{sign} courtage de {material}";
    sheet_waste(sign, material) "{sign} waste and spoilage of {material}", "{sign} déchets et pertes de {material}";
    sheet_less() "less", "moins";
    sheet_plus() "plus", "plus";
    sheet_more(count) "Further materials: {count}. The draft holds them all.", "Autres matières : {count}. L’ébauche les contient toutes.";
    sheet_foreign() "Value of non-originating materials", "Valeur des matières non originaires";
    sheet_content(base, foreign) "Content: ({base} − {foreign}) ÷ {base}, rounded down", "Teneur : ({base} − {foreign}) ÷ {base}, arrondie vers le bas";
    sheet_needed() "Required", "Exigée";
    place_step(number) "step {number}", "étape {number}";
    place_schedule(number) "Schedule {number}", "annexe {number}";
    place_chapter(number) "chapter {number}", "chapitre {number}";
    place_chapters(numbers) "chapters {numbers}", "chapitres {numbers}";
    asks_more(count) "Questions that may follow: {count}", "Questions qui peuvent suivre : {count}";
    reason_itself() "By the rule itself", "Selon la règle elle-même";
}
