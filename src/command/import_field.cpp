#include "command/import_field.hpp"

#include <array>
#include <cmath>
#include <regex>
#include <sstream>

#include "domain/text.hpp"

namespace takt::command {

using namespace domain;

namespace {

using F = ImportField;

void read_raw_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  reading.members[field.member] = cell;
}

/// In percent, where a column of shares may hold parts of one.
void read_percent_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  read_share_cell(reading, field, cell);
  if (auto* share = reading.members.if_contains(field.member))
    *share = as_entered(share->to_number<double>() * 100);
}

/// `0 % offen; 60 % verhandelt; 100 % unterschrieben`.
void read_stages_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  static const std::regex shape(R"(\s*(\d{1,3})\s*%\s*(.*\S)\s*)");
  boost::json::array stages;
  auto text = text_of(cell);
  std::ranges::replace(text, '\n', ';');
  std::istringstream all(text);
  for (std::string one; std::getline(all, one, ';');) {
    std::smatch match;
    if (!std::regex_match(one, match, shape))
      return reading.refuse(
          {"not_stages", "write stages like: 0 % open; 60 % agreed; 100 % signed"});
    stages.push_back({{"title", match[2].str()}, {"degree", std::stoi(match[1].str())}});
  }
  reading.members[field.member] = std::move(stages);
}

constexpr Field kSite[] = {{F::name, "name", read_text_cell},
                           {F::city, "city", read_text_cell},
                           {F::country, "country", read_text_cell},
                           {F::site_kind, "kind", read_choice_cell<SiteKind>},
                           {F::purchasers, "purchasers", read_number_cell}};

constexpr Field kArea[] = {{F::name, "name", read_text_cell},
                           {F::standing, "standing", read_choice_cell<Standing>},
                           {F::since, "since", read_day_cell}};

constexpr Field kContact[] = {{F::name, "name", read_text_cell},
                              {F::function, "function", read_text_cell},
                              {F::site, "site", read_name_cell<&Names::sites>},
                              {F::roles, "roles", read_choices_cell<BuyingRole>},
                              {F::reports_to, "reportsTo", read_name_cell<&Names::contacts>},
                              {F::attitude, "attitude", read_number_cell},
                              {F::wanted_attitude, "wantedAttitude", read_number_cell},
                              {F::influence, "influence", read_number_cell},
                              {F::kept_by, "keptBy", read_name_cell<&Names::team>},
                              {F::last_contact, "lastContact", read_day_cell}};

constexpr Field kSupply[] = {{F::product_area, "productArea", read_name_cell<&Names::areas>},
                             {F::site, "site", read_site_or_all_cell},
                             {F::period, "startsOn", read_period_cell},
                             {F::volume, "volume", read_amount_cell, true},
                             {F::demand, "demand", read_amount_cell, true},
                             {F::unit, "unit", read_choice_cell<SupplyUnit>},
                             {F::share, "share", read_share_cell},
                             {F::estimated, "estimated", read_truth_cell},
                             {F::source, "source", read_text_cell},
                             {F::rest, "rest", read_rest_cell},
                             {F::competitor, "competitor", read_competitor_cell},
                             {F::contract_end, "contractEnd", read_day_cell}};

constexpr Field kKpiValue[] = {{F::kpi, "kpi", read_name_cell<&Names::kpis>},
                               {F::on, "on", read_day_cell},
                               {F::value, "value", read_amount_cell, true},
                               {F::source, "source", read_text_cell}};

constexpr Field kSignal[] = {{F::title, "title", read_text_cell},
                             {F::detail, "detail", read_text_cell},
                             {F::observed_on, "observedOn", read_day_cell},
                             {F::signal_source, "source", read_choice_cell<SignalSource>},
                             {F::theme, "theme", read_choice_cell<SignalTheme>},
                             {F::nature, "nature", read_choice_cell<SignalNature>},
                             {F::impact, "impact", read_number_cell},
                             {F::likelihood, "likelihood", read_number_cell},
                             {F::act_by, "actBy", read_day_cell},
                             {F::evidence, "evidence", read_links_cell},
                             {F::tags, "tags", read_list_cell}};

constexpr Field kAction[] = {{F::title, "title", read_text_cell},
                             {F::key_result, "keyResult", read_name_cell<&Names::key_results>},
                             {F::assignee, "assignee", read_name_cell<&Names::team>},
                             {F::due, "due", read_day_cell},
                             {F::done_on, "doneOn", read_day_cell}};

constexpr Field kPlan[] = {{F::cycle, "cycle", read_name_cell<&Names::cycles>},
                           {F::objective, "objective", read_text_cell},
                           {F::key_result, "title", read_text_cell},
                           {F::start, "start", read_amount_cell, true},
                           {F::target, "target", read_amount_cell, true},
                           {F::unit, "unit", read_text_cell},
                           {F::lower, "lower", read_amount_cell, true},
                           {F::upper, "upper", read_amount_cell, true},
                           {F::stages, "stages", read_stages_cell},
                           {F::weight, "weight", read_percent_cell},
                           {F::assignee, "owner", read_name_cell<&Names::team>},
                           {F::due, "due", read_day_cell}};

// What a day, a value and a key result are is told once all of the row is read.
constexpr Field kCheckIn[] = {{F::cycle, "cycle", read_name_cell<&Names::cycles>},
                              {F::objective, "objective", read_text_cell},
                              {F::key_result, "keyResult", read_text_cell},
                              {F::on, "effectiveOn", read_text_cell},
                              {F::value, "value", read_raw_cell, true},
                              {F::site, "site", read_name_cell<&Names::sites>},
                              {F::confidence, "confidence", read_confidence_cell},
                              {F::note, "note", read_text_cell},
                              {F::evidence, "evidence", read_links_cell},
                              {F::progress, "progress", read_share_cell}};

}  // namespace

std::span<const Field> fields_of(ImportKind kind) {
  switch (kind) {
    case ImportKind::sites:
      return kSite;
    case ImportKind::areas:
      return kArea;
    case ImportKind::contacts:
      return kContact;
    case ImportKind::supply:
      return kSupply;
    case ImportKind::kpi_values:
      return kKpiValue;
    case ImportKind::signals:
      return kSignal;
    case ImportKind::actions:
      return kAction;
    case ImportKind::plan:
      return kPlan;
    case ImportKind::check_ins:
      return kCheckIn;
  }
  return {};
}

std::string same_by(const Site& site) { return name_key(site.name); }
std::string same_by(const ProductArea& area) { return name_key(area.name); }
std::string same_by(const Contact& contact) { return name_key(contact.name); }
std::string same_by(const SupplyRecord& record) {
  return record.product_area.text + (record.site ? record.site->text : "") +
         to_string(record.starts_on) + std::string(mapping::enum_text(record.period));
}
std::string same_by(const KpiValue& value) { return value.kpi.text + to_string(value.on); }
std::string same_by(const Signal& signal) { return name_key(signal.title); }
std::string same_by(const Action& action) { return name_key(action.title); }
std::string same_by(const KeyResult& key_result) {
  return key_result.objective.text + name_key(key_result.title);
}
std::string same_by(const CheckIn& check_in) {
  return check_in.key_result.text + to_string(check_in.effective_on) +
         (check_in.site ? check_in.site->text : "");
}

/// A share beside both volumes follows from them: a file's own one is compared, never taken.
void complete(SupplyRecord& record, const Reading& reading, std::vector<ImportProblem>& hints) {
  if (!record.volume || !record.demand) return;
  const auto given = reading.members.contains("share") ? record.share : std::nullopt;
  record.share.reset();
  const auto share = share_of(record);
  if (!given || !share || std::abs(*given - *share) < 0.005) return;
  const auto percent = [](double part) {
    return mapping::to_json(std::round(part * 1000) / 10) + " %";
  };
  hints.push_back({{},
                   "share_differs",
                   "the file says " + percent(*given) + "; the volumes make " + percent(*share),
                   {percent(*given), percent(*share)}});
}

}  // namespace takt::command
