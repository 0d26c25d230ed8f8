//! What section, chapter and automotive rules ask of textiles, vehicles and parts of vehicles.

texts! { super::worksheet::END;
    special_vehicle_content() "Its core parts originate (not asked under an approved alternative staging regime), 70 % of the steel and aluminum that its producer buys does, and its labour value content is reached (not computed here)", "Ses pièces essentielles sont originaires (non exigé sous un régime d’échelonnement alternatif approuvé), 70 % de l’acier et de l’aluminium qu’achète son producteur le sont, et sa teneur en valeur-travail est atteinte (non calculé ici)";
    special_heavy_truck_content() "70 % of the steel and aluminum that its producer buys originates, and its labour value content is reached (not computed here)", "70 % de l’acier et de l’aluminium qu’achète son producteur sont originaires, et sa teneur en valeur-travail est atteinte (non calculé ici)";
    special_labour_credit() "Labour value content above 45 % makes up for the content that is lacking (not computed here)", "Une teneur en valeur-travail supérieure à 45 % comble la teneur qui manque (non calculé ici)";
    special_staging_regime() "The vehicle is under an alternative staging regime that was approved for its producer", "Le véhicule relève d’un régime d’échelonnement alternatif approuvé pour son producteur";
    special_traced_values() "The values of its materials are the traced ones: those of listed parts when they came into Canada, also inside other materials", "Les valeurs de ses matières sont les valeurs retracées : celles des pièces énumérées à leur arrivée au Canada, même à l’intérieur d’autres matières";
    special_sewing_thread() "Sewing thread in it, if any, was formed and finished in Canada", "Le fil à coudre, s’il y en a, a été formé et fini au Canada";
    special_narrow_elastics() "Narrow elastics in it, if any, were formed and finished in Canada", "Les bandes élastiques étroites, s’il y en a, ont été formées et finies au Canada";
    special_pocket_bags() "The fabric of its pocket bags, if any, was formed and finished in Canada, of yarn wholly formed there", "Le tissu des sacs de poche, s’il y en a, a été formé et fini au Canada, de fil entièrement formé au Canada";
    special_pocket_bags_but_denim() "It is of blue denim, or the fabric of its pocket bags, if any, was formed and finished in Canada, of yarn wholly formed there", "Il est en denim bleu, ou le tissu des sacs de poche, s’il y en a, a été formé et fini au Canada, de fil entièrement formé au Canada";
    special_coated_fabric() "Fabrics in coated fabric of heading 59.03, if any, were formed and finished in Canada (of 6307.90 only surgical drapes and national flags are asked)", "Les tissus contenus dans le tissu enduit de la position 59.03, s’il y en a, ont été formés et finis au Canada (du 6307.90, seuls les champs opératoires et les drapeaux nationaux sont visés)";
    for_vehicle_use(uses) "For this use: {uses}", "Pour cet usage : {uses}";
    vehicle_use_none() "None of these: any other use", "Aucun de ces usages : tout autre usage";
    vehicle_use_aftermarket() "Replacement (aftermarket) part of a motor vehicle", "Pièce de rechange (marché du service après-vente) d’un véhicule automobile";
    vehicle_use_light() "Original equipment of a new passenger vehicle or light truck", "Équipement d’origine d’un véhicule de promenade ou d’un véhicule utilitaire léger neuf";
    vehicle_use_heavy() "Original equipment of a new heavy truck", "Équipement d’origine d’un camion lourd neuf";
    vehicle_use_other_light() "Original equipment of another light vehicle: a van or bus for at most 15 persons, a diesel car, a motor home, an ambulance, a three- or four-wheeled motorcycle, or a car or light truck for off-road use", "Équipement d’origine d’un autre véhicule léger : véhicule pour 15 personnes ou moins, voiture diesel, caravane motorisée, ambulance, motocyclette à trois ou quatre roues, ou véhicule léger utilisé hors route";
    vehicle_use_other_heavy() "Original equipment of another heavy vehicle: a tractor, a bus for 16 persons or more, a dumper, a special purpose vehicle, or a heavy truck for off-road use", "Équipement d’origine d’un autre véhicule lourd : tracteur, autobus pour 16 personnes ou plus, tombereau, véhicule à usages spéciaux, ou camion lourd utilisé hors route";
    want_vehicle_use() "what the good is for: a motor vehicle, and which, or something else", "à quoi sert le bien : à un véhicule automobile, et lequel, ou à autre chose";
    want_settled_figure() "which method the rule allows: the regulations and their tables differ", "la méthode que la règle permet : le règlement et ses tableaux diffèrent";
    ask_vehicle_use() "What is the good for?", "À quoi sert le bien?";
    ask_vehicle_use_of(material) "What is “{material}” for?", "À quoi sert « {material} »?";
    ask_vehicle_use_hint() "Its code may be one of a part of motor vehicles, which need another regional value content.", "Son code peut être celui d’une pièce de véhicules automobiles, qui exigent une autre teneur en valeur régionale.";
}
