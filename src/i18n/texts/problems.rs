//! What is wrong with a field, and what to do about it.

texts! { super::reasons::END;
    problem_empty() "Not filled in yet.", "Pas encore rempli.";
    problem_not_a_number() "This is not a number. Write digits, for example 1,200.50.", "Ce n’est pas un nombre. Écrivez des chiffres, par exemple 1 200,50.";
    problem_negative() "Below zero. Enter the net price instead of a credit line.", "Inférieur à zéro. Inscrivez le prix net plutôt qu’une ligne de crédit.";
    problem_zero() "Zero is not possible here. Enter more than zero.", "Zéro n’est pas possible ici. Inscrivez plus que zéro.";
    problem_too_precise() "Too many decimals. Six are kept, four for a percentage.", "Trop de décimales. Six sont conservées, quatre pour un pourcentage.";
    problem_too_large() "Larger than this tool accepts. Check the number of digits.", "Plus grand que ce que l’outil accepte. Vérifiez le nombre de chiffres.";
    problem_ambiguous() "This could be two different numbers. Write 1200 or 1 200, or 1,2 for a decimal.", "Cela pourrait être deux nombres différents. Écrivez 1200 ou 1 200, ou 1,2 pour une décimale.";
    problem_not_digits() "A code has digits and points only, for example 9403.30.", "Un code ne compte que des chiffres et des points, par exemple 9403.30.";
    problem_odd_length(digits) "A code has 2, 4, 6, 8 or 10 digits; this one has {digits}.", "Un code compte 2, 4, 6, 8 ou 10 chiffres; celui-ci en compte {digits}.";
    problem_no_chapter() "There is no such chapter in the Harmonized System. Chapters run from 01 to 97, without 77.", "Ce chapitre n’existe pas dans le Système harmonisé. Les chapitres vont de 01 à 97, sans le 77.";
    problem_national_digits() "Only the first six digits are international; the rest was left aside.", "Seuls les six premiers chiffres sont internationaux; le reste a été laissé de côté.";
    problem_not_a_day() "This is not a day of the calendar. Write it as 2026-11-22.", "Ce n’est pas un jour du calendrier. Écrivez-le ainsi : 2026-11-22.";
    problem_too_long(limit) "Too long: at most {limit} characters are kept.", "Trop long : au plus {limit} caractères sont conservés.";
    problem_more_than_price() "The parts come to more than the price of the line.", "Les parts dépassent le prix de la ligne.";
    problem_two_remainders() "Only one part may be left empty to mean the rest of the price.", "Une seule part peut rester vide pour désigner le reste du prix.";
    problem_materials_exceed_price() "The foreign materials are worth more than the good is sold for. Check both.", "Les matières étrangères valent plus que le prix de vente du bien. Vérifiez les deux.";
    problem_note_missing() "Say whose statement it is, and of what day: an auditor will ask.", "Dites de qui est la déclaration et de quel jour : un vérificateur le demandera.";

    field_title() "Name of the draft", "Nom de l’ébauche";
    field_threshold() "Share required", "Part exigée";
    field_closing_day() "Closing day", "Jour de clôture";
    field_description() "Description", "Description";
    field_quantity() "Quantity", "Quantité";
    field_unit_price() "Unit price", "Prix unitaire";
    field_amount() "Amount", "Montant";
    field_code() "HS code", "Code SH";
    field_transaction_value() "Transaction value of one unit", "Valeur transactionnelle d’une unité";
    field_net_cost() "Net cost of one unit", "Coût net d’une unité";
    field_total_cost() "Total cost of one unit", "Coût total d’une unité";
    field_note() "Note", "Note";
    field_material_value() "Value in one unit", "Valeur dans une unité";
    field_who() "Who", "Qui";
    field_part_amount() "Part of the price", "Part du prix";

    unopened_too_large() "The file is larger than any draft.", "Le fichier est plus gros que toute ébauche.";
    unopened_not_json(line, column) "The file cannot be read: it stops making sense at line {line}, column {column}.", "Le fichier est illisible : il n’a plus de sens à la ligne {line}, colonne {column}.";
    unopened_not_a_draft() "The file is not a draft of this calculator.", "Le fichier n’est pas une ébauche de ce calculateur.";
    unopened_newer(schema) "The file was written by a newer version of this calculator (format {schema}). Reload the page, or update the program.", "Le fichier vient d’une version plus récente de ce calculateur (format {schema}). Rechargez la page ou mettez le programme à jour.";
    unopened_field(field, line, column) "The field {field} does not exist or holds something else than it should (line {line}, column {column}).", "Le champ {field} n’existe pas ou contient autre chose que prévu (ligne {line}, colonne {column}).";
    unopened_place(line, column) "A field at line {line}, column {column} does not exist or holds something else than it should.", "Un champ à la ligne {line}, colonne {column}, n’existe pas ou contient autre chose que prévu.";
}
