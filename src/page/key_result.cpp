#include "page/key_result.hpp"

#include <algorithm>

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/site.hpp"
#include "domain/testimonial.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "page/page.hpp"
#include "store/check_in_store.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

/// The key result and those that it was carried over from: what the customer said of them is proof
/// for it, too.
std::vector<Id> carried_line(store::Session& session, const KeyResult& key_result) {
  std::vector<Id> out{key_result.id};
  auto before = key_result.carried_from;
  while (before && std::ranges::find(out, Id(*before)) == out.end()) {
    out.push_back(*before);
    const auto found = store::find<KeyResult>(session, *before);
    before = found ? found->carried_from : std::nullopt;
  }
  return out;
}

CheckInsPart part_before(store::Session& session, const KeyResult& key_result,
                         const CheckIn* after) {
  constexpr int kMost = 50;
  CheckInsPart part{store::check_ins_before(session, key_result, after, kMost + 1)};
  part.more = part.check_ins.size() > kMost;
  if (part.more) part.check_ins.pop_back();
  return part;
}

}  // namespace

KeyResultPage key_result_page(Context& context, const Caller& caller, const Id& id) {
  const auto found = get<KeyResult>(context, caller, id);
  const auto today = context.today();
  return context.database.read([&](store::Session& session) {
    KeyResultPage page;
    page.account = store::must_find<Account>(session, found.account);
    page.objective = store::must_find<Objective>(session, found.objective);
    page.cycle = store::must_find<Cycle>(session, page.objective.cycle);
    page.today = today;
    page.due = found.due.value_or(page.cycle.ends_on);
    page.view = key_result_view(session, page.account, page.cycle, found, today);
    auto newest = part_before(session, found, nullptr);
    page.check_ins = std::move(newest.check_ins);
    page.more_check_ins = newest.more;
    auto course = course_of(session, page.account, page.cycle, found, today);
    for (const auto& point : course.history)
      page.chart.push_back({point.on, point.value, point.progress,
                            expected_by(page.cycle.starts_on, page.due, point.on)});
    page.silences = std::move(course.silences);
    page.answered = store::answered_signals(session, found.account, std::span(&id, 1));
    page.actions = store::present_where<Action>(session, found.account, "key_result", id);
    for (const auto& one : carried_line(session, found))
      for (auto& testimonial :
           store::present_where<Testimonial>(session, found.account, "key_result", one))
        page.testimonials.push_back({std::move(testimonial), {}});
    for (auto& use : store::present_of<TestimonialUse>(session, found.account))
      for (auto& [testimonial, uses] : page.testimonials)
        if (testimonial.id == use.testimonial) uses.push_back(use);
    page.siblings =
        store::present_where<KeyResult>(session, found.account, "objective", found.objective);
    std::erase_if(page.siblings, [&](const KeyResult& other) { return other.id == id; });
    page.all_sites = store::present_of<Site>(session, found.account);
    page.product_areas = store::present_of<ProductArea>(session, found.account);
    page.kpis = store::present_of<Kpi>(session, found.account);
    page.people = people_of(session, found.account);
    return page;
  });
}

CheckInsPart check_ins_before(Context& context, const Caller& caller, const Id& key_result,
                              const std::optional<Id>& after) {
  const auto found = get<KeyResult>(context, caller, key_result);
  return context.database.read([&](store::Session& session) {
    const auto known = after ? store::find<CheckIn>(session, *after) : std::nullopt;
    if (after && (!known || known->key_result != key_result))
      throw Problem::invalid(
          {{"/after", "unknown_check_in", "must be a check-in of this key result"}});
    return part_before(session, found, known ? &*known : nullptr);
  });
}

}  // namespace takt::page
