#include "domain/word.hpp"

namespace takt::domain {

std::string word_key(std::string_view text) {
  auto words = search_words(text);
  return words.empty() ? plain_cell(text) : words;
}

bool has_word(std::string_view words, std::string_view wanted) {
  while (!words.empty()) {
    const auto end = std::min(words.find(','), words.size());
    if (word_key(words.substr(0, end)) == wanted) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::vector<Called<SiteKind>> calls(SiteKind) {
  return {{SiteKind::plant, "Werk,Produktion,Fertigung,Plant,Factory"},
          {SiteKind::headquarters, "Zentrale,Hauptsitz,Verwaltung,Headquarters,HQ,Head office"},
          {SiteKind::warehouse, "Lager,Logistikzentrum,Warehouse"},
          {SiteKind::office, "Büro,Niederlassung,Vertriebsbüro,Office"}};
}

std::vector<Called<Standing>> calls(Standing) {
  return {{Standing::none, "nicht gelistet,keiner,kein Lieferant,not listed"},
          {Standing::listed, "gelistet,C-Lieferant,C"},
          {Standing::secondary,
           "Zweitlieferant,Nebenlieferant,B-Lieferant,B,Secondary supplier,Second source"},
          {Standing::main, "Hauptlieferant,A-Lieferant,A,Main supplier,Preferred supplier"}};
}

std::vector<Called<BuyingRole>> calls(BuyingRole) {
  return {{BuyingRole::decider, "Entscheider,Entscheiderin,Decision maker"},
          {BuyingRole::buyer, "Einkäufer,Einkäuferin,Einkauf,Purchaser"},
          {BuyingRole::influencer, "Beeinflusser,Beeinflusserin,Einflussnehmer,Recommender"},
          {BuyingRole::user, "Anwender,Anwenderin,Nutzer"},
          {BuyingRole::gatekeeper, "Türwächter,Informationsselektierer"},
          {BuyingRole::coach, "Champion,Fürsprecher,Fürsprecherin,Sponsor"}};
}

std::vector<Called<SupplyUnit>> calls(SupplyUnit) {
  return {{SupplyUnit::eur, "EUR,Euro,€"}, {SupplyUnit::pieces, "Stück,Stk,St,Stck,pcs,pc,ME"}};
}

std::vector<Called<Rest>> calls(Rest) {
  return {{Rest::competitor, "Wettbewerber,Wettbewerb,Competition"},
          {Rest::own_make,
           "Eigenfertigung,Eigenproduktion,selbst,Executes internally,own production,inhouse"},
          {Rest::unknown, "unbekannt,nicht bekannt"},
          {Rest::nobody, "niemand,keiner,Don't do,none"}};
}

std::vector<Called<SignalSource>> calls(SignalSource) {
  return {{SignalSource::conversation, "Gespräch,Telefonat,Anruf,Call"},
          {SignalSource::visit, "Besuch,Kundenbesuch"},
          {SignalSource::news, "Nachricht,Nachrichten,Presse,Zeitung,Press"},
          {SignalSource::study, "Studie,Marktstudie"},
          {SignalSource::data, "Daten,Auswertung"},
          {SignalSource::other, "anderes,andere,sonstiges,sonstige"}};
}

std::vector<Called<SignalTheme>> calls(SignalTheme) {
  return {{SignalTheme::other, "anderes,andere,sonstiges,sonstige"},
          {SignalTheme::supplier_consolidation, "Lieferantenbündelung,Bündelung"},
          {SignalTheme::single_sourcing, "Single Sourcing"},
          {SignalTheme::nearshoring, "Lieferkette näher holen,Nearshoring"},
          {SignalTheme::demand_shock, "Nachfrageeinbruch,Kurzarbeit"},
          {SignalTheme::tender_announced, "Ausschreibung angekündigt,Ausschreibung,Tender"},
          {SignalTheme::procurement_platform, "Beschaffungsplattform"},
          {SignalTheme::loyalty_fading, "schwindende Loyalität,Loyalität,Loyalty"},
          {SignalTheme::price_pressure, "Preisdruck,Preis,Price"},
          {SignalTheme::change_of_people, "Personalwechsel"},
          {SignalTheme::merger,
           "Fusion oder Umbau,Fusion,Umbau,Umstrukturierung,Restructuring,merger or restructuring"},
          {SignalTheme::technology_change, "Technologiewechsel,Technologie,Technology"},
          {SignalTheme::regulation, "Regulierung,Gesetz"},
          {SignalTheme::quality_complaint, "Qualitätsbeschwerde,Reklamation,Complaint"},
          {SignalTheme::competitor_move, "Zug eines Wettbewerbers,Wettbewerber,Wettbewerb"},
          {SignalTheme::payment_risk,
           "Zahlungs- oder Insolvenzrisiko,Zahlungsrisiko,Insolvenzrisiko,Insolvenz,payment or "
           "insolvency risk"},
          {SignalTheme::new_project,
           "neues Projekt oder Werk,neues Projekt,neues Werk,new project or plant"}};
}

std::vector<Called<SignalNature>> calls(SignalNature) {
  return {{SignalNature::opportunity, "Chance"},
          {SignalNature::threat, "Gefahr,Risiko,Risk"},
          {SignalNature::both, "Chance und Gefahr,beides,opportunity and threat"}};
}

std::vector<Called<Period>> calls(Period) {
  return {{Period::month, "Monat,monatlich,monthly"},
          {Period::quarter, "Quartal,quartalsweise,vierteljährlich,quarterly"},
          {Period::year, "Jahr,jährlich,yearly,annual"}};
}

}  // namespace takt::domain
