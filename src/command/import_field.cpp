#include "command/import_field.hpp"

#include <array>
#include <cmath>

#include "domain/text.hpp"

namespace takt::command {

using namespace domain;

namespace {

using F = ImportField;

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
                             {F::site, "site", read_name_cell<&Names::sites>},
                             {F::period, "startsOn", read_period_cell},
                             {F::volume, "volume", read_number_cell},
                             {F::demand, "demand", read_number_cell},
                             {F::unit, "unit", read_choice_cell<SupplyUnit>},
                             {F::share, "share", read_share_cell},
                             {F::estimated, "estimated", read_truth_cell},
                             {F::source, "source", read_text_cell},
                             {F::rest, "rest", read_rest_cell},
                             {F::competitor, "competitor", read_competitor_cell},
                             {F::contract_end, "contractEnd", read_day_cell}};

constexpr Field kKpiValue[] = {{F::kpi, "kpi", read_name_cell<&Names::kpis>},
                               {F::on, "on", read_day_cell},
                               {F::value, "value", read_number_cell},
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
                             {F::evidence, "evidence", read_list_cell},
                             {F::tags, "tags", read_list_cell}};

constexpr Field kAction[] = {{F::title, "title", read_text_cell},
                             {F::key_result, "keyResult", read_name_cell<&Names::key_results>},
                             {F::assignee, "assignee", read_name_cell<&Names::team>},
                             {F::due, "due", read_day_cell},
                             {F::done_on, "doneOn", read_day_cell}};

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
