#include "service/supply_service.hpp"

#include <map>
#include <set>

namespace takt::service {

using namespace domain;

namespace {

using Cell = std::pair<Id, std::optional<Id>>;

template <class Key>
using Groups = std::map<Key, std::vector<SupplyRecord>>;

template <class F>
auto grouped(const std::vector<SupplyRecord>& records, F key) {
  Groups<decltype(key(records[0]))> out;
  for (const auto& record : records) out[key(record)].push_back(record);
  return out;
}

std::optional<double> difference(const std::optional<double>& now,
                                 const std::optional<double>& before) {
  if (!now || !before) return {};
  return *now - *before;
}

template <class F>
std::vector<SupplyLine> lines(const std::vector<SupplyRecord>& now,
                              const std::vector<SupplyRecord>& before, F key) {
  const auto earlier = grouped(before, key);
  std::vector<SupplyLine> out;
  for (const auto& [id, records] : grouped(now, key)) {
    SupplyLine line{id, share_of_supply(records), {}};
    const auto found = earlier.find(id);
    if (found != earlier.end())
      line.trend = difference(line.total.share, share_of_supply(found->second).share);
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<SupplyCell> cells(const std::vector<SupplyRecord>& now,
                              const std::vector<SupplyRecord>& before) {
  const auto key = [](const SupplyRecord& record) {
    return Cell(record.product_area, record.site);
  };
  const auto earlier = grouped(before, key);
  std::vector<SupplyCell> out;
  for (const auto& [where, records] : grouped(now, key)) {
    const auto total = share_of_supply(records);
    SupplyCell cell{where.first,  where.second,    total.share, {},
                    total.demand, total.estimated, {},          false};
    if (total.share && total.demand) cell.volume = *total.share * *total.demand;
    const auto found = earlier.find(where);
    if (found != earlier.end())
      cell.trend = difference(total.share, share_of_supply(found->second).share);
    cell.white = total.demand.value_or(0) > 0 && total.share.value_or(0) == 0;
    out.push_back(std::move(cell));
  }
  return out;
}

}  // namespace

SupplyPage supply_page(const std::vector<SupplyRecord>& records, std::optional<Period> wanted,
                       std::optional<Date> at) {
  SupplyPage page;
  page.period = wanted.value_or(usual_period(records));
  std::set<Date> starts;
  for (const auto& record : records)
    if (record.period <= page.period) starts.insert(period_start(page.period, record.starts_on));
  page.periods.assign(starts.begin(), starts.end());
  if (at)
    page.starts_on = period_start(page.period, *at);
  else if (!page.periods.empty())
    page.starts_on = page.periods.back();
  const auto before_start = period_start(page.period, plus_days(page.starts_on, -1));
  const auto now = records_of_period(records, page.period, page.starts_on);
  const auto before = records_of_period(records, page.period, before_start);
  page.cells = cells(now, before);
  page.sites = lines(now, before, [](const SupplyRecord& record) { return record.site; });
  page.areas = lines(now, before, [](const SupplyRecord& record) {
    return std::optional<Id>(record.product_area);
  });
  page.total.total = share_of_supply(now);
  page.total.trend = difference(page.total.total.share, share_of_supply(before).share);
  for (const auto& record : records)
    if (record.period == page.period && record.starts_on == page.starts_on)
      page.records.push_back(record);
  return page;
}

SupplyPage supply_page(Context& context, const Id& account, std::optional<Period> period,
                       std::optional<Date> at) {
  return context.database.read([&](store::Session& session) {
    const auto records = store::present_of<SupplyRecord>(session, account);
    auto page = supply_page(records, period, at);
    page.revision = store::revision(session, account);
    page.series = share_series(records, page.period);
    for (const auto& [area, of_area] :
         grouped(records, [](const SupplyRecord& record) { return record.product_area; }))
      page.area_series.push_back({area, share_series(of_area, page.period)});
    return page;
  });
}

namespace {

struct GridHead {
  Period period = Period::quarter;
  Date starts_on;
};
BOOST_DESCRIBE_STRUCT(GridHead, (), (period, starts_on))

struct GridCell {
  Id product_area;
  std::optional<Id> site;
  std::optional<double> volume;
  std::optional<double> demand;
  SupplyUnit unit = SupplyUnit::eur;
  std::optional<double> share;
  std::optional<double> share_percent;  ///< the same as typed: 33.3 for a share of 0.333
  bool estimated = false;
  Text<200> source;
  int version = 0;
  bool empty() const { return !volume && !demand && !share && !share_percent; }
};
BOOST_DESCRIBE_STRUCT(GridCell, (),
                      (product_area, site, volume, demand, unit, share, share_percent, estimated,
                       source, version))

SupplyRecord with(SupplyRecord record, const GridHead& head, const GridCell& cell) {
  record.product_area = cell.product_area;
  record.site = cell.site;
  record.period = head.period;
  record.starts_on = head.starts_on;
  record.volume = cell.volume;
  record.demand = cell.demand;
  record.unit = cell.unit;
  record.share = cell.share;
  if (cell.share_percent) record.share = as_entered(*cell.share_percent / 100);
  record.estimated = cell.estimated;
  record.source = cell.source;
  return record;
}

/// Creates, changes or archives the record of one cell; whether anything changed.
bool store_cell(Context& context, store::Session& session, const Caller& caller, const Id& account,
                const GridHead& head, const GridCell& cell,
                const std::vector<SupplyRecord>& present, long long& revision) {
  const auto found = std::ranges::find_if(present, [&](const SupplyRecord& record) {
    return record.product_area == cell.product_area && record.site == cell.site;
  });
  const int seen = found == present.end() ? 0 : found->version;
  if (seen != cell.version)
    throw Problem::invalid("", "stale", "was changed by somebody else in the meantime");
  if (found == present.end()) {
    if (cell.empty()) return false;
    SupplyRecord record;
    record.account = account;
    add<SupplyRecord>(context, session, caller, with(record, head, cell), "", revision);
    return true;
  }
  SupplyRecord after = cell.empty() ? *found : with(*found, head, cell);
  if (cell.empty()) after.archived_at = context.now();
  const auto before = revision;
  put<SupplyRecord>(context, session, caller, *found, after, "", revision);
  return revision != before;
}

}  // namespace

GridAnswer store_grid(Context& context, const Caller& caller, const Id& account,
                      const boost::json::value& grid) {
  require(context, caller, Permission::contribute, account);
  GridHead head;
  mapping::Errors errors;
  mapping::read_object<GridHead>(grid, head, "", errors, mapping::Missing::report, {"cells"});
  const auto* cells = grid.is_object() ? grid.get_object().if_contains("cells") : nullptr;
  if (!cells || !cells->is_array())
    mapping::add_error(errors, "/cells", "not_a_list", "must be a list");
  else if (cells->get_array().size() > 5000)
    mapping::add_error(errors, "/cells", "too_many", "has more than 5000 entries");
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
  head.starts_on = period_start(head.period, head.starts_on);
  long long revision = 0;
  auto answer = context.database.write(account, [&](store::Session& session) {
    GridAnswer out;
    revision = 0;
    SupplyRecord any;
    any.account = account;
    must_hang_on_present(session, any);
    const auto present = session.rows<SupplyRecord>(
        store::select_all<SupplyRecord>() +
            " where account = :account and period = :period and starts_on = :starts_on"
            " and archived_at is null",
        {store::bound("account", account), store::bound("period", head.period),
         store::bound("starts_on", head.starts_on)});
    const auto& list = cells->get_array();
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto at = "/cells/" + std::to_string(i);
      GridCell cell;
      mapping::Errors wrong;
      mapping::read_object<GridCell>(list[i], cell, at, wrong, mapping::Missing::keep);
      if (cell.share_percent && (*cell.share_percent < 0 || *cell.share_percent > 100))
        mapping::add_error(wrong, at + "/sharePercent", "out_of_range", "must be from 0 to 100");
      if (cell.share_percent && cell.share)
        mapping::add_error(wrong, at + "/sharePercent", "twice", "is the share: send one of both");
      if (wrong.empty()) {
        try {
          ++(store_cell(context, session, caller, account, head, cell, present, revision)
                 ? out.stored
                 : out.unchanged);
        } catch (const Problem& problem) {
          for (const auto& field : problem.fields)
            wrong.push_back({at + field.pointer, field.code, field.detail});
          if (problem.fields.empty()) wrong.push_back({at, problem.code, problem.detail});
        }
      }
      out.errors.insert(out.errors.end(), wrong.begin(), wrong.end());
    }
    return out;
  });
  if (revision) context.announce(account, revision);
  return answer;
}

}  // namespace takt::service
