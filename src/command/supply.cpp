#include "command/supply.hpp"

#include <algorithm>
#include <boost/json/value.hpp>
#include <set>

#include "command/draft.hpp"
#include "command/entity.hpp"
#include "domain/access.hpp"
#include "domain/problem.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "mapping/json_read.hpp"
#include "store/supply_store.hpp"

namespace takt::command {

using namespace domain;

void check(Draft<SupplyRecord>& draft) {
  auto& after = draft.after;
  after.starts_on = period_start(after.period, after.starts_on);
  const auto not_negative = [&](const std::optional<double>& value, const char* pointer) {
    if (value && *value < 0) draft.wrong(pointer, "negative", "must not be negative");
  };
  not_negative(after.volume, "/volume");
  not_negative(after.demand, "/demand");
  if (after.share && (*after.share < 0 || *after.share > 1))
    draft.wrong("/share", "out_of_range", "must be from 0 to 1");
  if (after.volume && after.demand && *after.volume > *after.demand)
    draft.wrong("/volume", "above_demand", "must not be more than the total demand");
  if (after.volume && after.demand && after.share)
    draft.wrong("/share", "derived", "follows from the volumes; leave it out");
  // What is nothing of something, or something of nothing, tells no demand.
  if (after.volume && !after.demand && after.share && !after.archived_at &&
      (*after.volume > 0) != (*after.share > 0))
    draft.wrong("/share", "out_of_range", "contradicts the volume: only one of both is 0");
  if (after.rest == Rest::competitor && after.competitor.empty())
    draft.wrong("/competitor", "required", "is required where a competitor has the rest");
  if (after.rest != Rest::competitor && !after.competitor.empty())
    draft.wrong("/competitor", "not_here", "is named only where a competitor has the rest");
  if (!after.share && !after.demand)
    draft.wrong("/demand", "required", "is required: the total demand, or else the share alone");
  if (!after.archived_at && !draft.only_one && store::cell_taken(draft.session, after))
    draft.wrong("/startsOn", "taken", "there is a record of this cell already");
}

namespace {

struct GridHead {
  Period period = Period::quarter;
  Date starts_on;
};
BOOST_DESCRIBE_STRUCT(GridHead, (), (period, starts_on))

/// The present record of the cell that `sent` names; none where it can't be read.
const SupplyRecord* record_of(const boost::json::value& sent,
                              const std::vector<SupplyRecord>& present) {
  GridCell cell;
  mapping::Errors ignored;
  mapping::read_object<GridCell>(sent, cell, "", ignored, mapping::Missing::keep);
  const auto found = std::ranges::find_if(present, [&](const SupplyRecord& record) {
    return record.product_area == cell.product_area && record.site == cell.site;
  });
  return found == present.end() ? nullptr : &*found;
}

/// So many wrong fields of one cell are named.
constexpr std::size_t kToldOfACell = 3;

bool names_any(const boost::json::value& cell, std::initializer_list<std::string_view> members) {
  const auto* object = cell.if_object();
  return object && std::ranges::any_of(
                       members, [&](std::string_view name) { return object->contains(name); });
}

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
  record.rest = cell.rest;
  record.competitor = cell.competitor;
  record.contract_end = cell.contract_end;
  return record;
}

/// Creates, changes or archives the record of one cell; whether anything changed.
bool store_cell(Context& context, store::Session& session, const Caller& caller, const Id& account,
                const GridHead& head, const GridCell& cell, const SupplyRecord* found,
                long long& revision) {
  const int seen = found ? found->version : 0;
  if (seen != cell.version)
    throw Problem::invalid("", "stale", "was changed by somebody else in the meantime");
  if (!found) {
    if (cell.empty() && !cell.rest && cell.competitor.empty() && !cell.contract_end) return false;
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
  if (!cells)
    mapping::add_error(errors, "/cells", "required", "is required");
  else if (!cells->is_array())
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
    const auto present = store::supply_in(session, account, head.period, head.starts_on);
    const auto& list = cells->get_array();
    std::set<std::pair<Id, std::optional<Id>>> done;
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto at = "/cells/" + std::to_string(i);
      GridCell cell;
      const auto* found = record_of(list[i], present);
      // What stands beside the figures stays as it is unless the cell speaks of it.
      if (found) {
        cell.unit = found->unit;
        cell.estimated = found->estimated;
        cell.source = found->source;
        cell.rest = found->rest;
        cell.competitor = found->competitor;
        cell.contract_end = found->contract_end;
      }
      if (found && names_any(list[i], {"rest", "competitor", "contractEnd"}) &&
          !names_any(list[i], {"volume", "demand", "share", "sharePercent"})) {
        cell.volume = found->volume;
        cell.demand = found->demand;
        cell.share = found->share;
      }
      mapping::Errors wrong;
      mapping::read_object<GridCell>(list[i], cell, at, wrong, mapping::Missing::keep);
      if (list[i].is_object() && cell.product_area.empty())
        mapping::add_error(wrong, at + "/productArea", "required", "is required");
      if (cell.share_percent && (*cell.share_percent < 0 || *cell.share_percent > 100))
        mapping::add_error(wrong, at + "/sharePercent", "out_of_range", "must be from 0 to 100");
      if (cell.share_percent && cell.share)
        mapping::add_error(wrong, at + "/sharePercent", "twice", "is the share: send one of both");
      // What is to change is read before: of two for the same cell the first holds.
      if (wrong.empty() && done.contains({cell.product_area, cell.site}))
        mapping::add_error(wrong, at, "taken", "the grid names this cell already");
      if (wrong.empty()) {
        try {
          ++(store_cell(context, session, caller, account, head, cell, found, revision)
                 ? out.stored
                 : out.unchanged);
          done.emplace(cell.product_area, cell.site);
        } catch (const Problem& problem) {
          for (const auto& field : problem.fields)
            wrong.push_back({at + field.pointer, field.code, field.detail});
          if (problem.fields.empty()) wrong.push_back({at, problem.code, problem.detail});
        }
      }
      // Of thousands of cells each says what is wrong with it first.
      const auto told = std::min(wrong.size(), kToldOfACell);
      out.errors.insert(out.errors.end(), wrong.begin(),
                        wrong.begin() + static_cast<std::ptrdiff_t>(told));
    }
    return out;
  });
  tell(context, account, revision);
  return answer;
}

}  // namespace takt::command
