#pragma once
// All there is to one key result.

#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/kpi.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/progress.hpp"
#include "domain/site.hpp"
#include "domain/testimonial.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "page/page.hpp"
#include "store/signal_store.hpp"

namespace takt::page {

/// A testimonial with the sites that use it.
struct TestimonialView {
  domain::Testimonial testimonial;
  std::vector<domain::TestimonialUse> uses;
};
BOOST_DESCRIBE_STRUCT(TestimonialView, (), (testimonial, uses))

/// What the key result stood at on a day, and what was expected of it by then.
struct CoursePoint {
  domain::Date on;
  std::optional<double> value;
  std::optional<double> progress;
  double expected = 0;
};
BOOST_DESCRIBE_STRUCT(CoursePoint, (), (on, value, progress, expected))

/// All there is to one key result.
struct KeyResultPage {
  figure::KeyResultView view;
  domain::Objective objective;
  domain::Cycle cycle;
  domain::Account account;
  domain::Date today;
  domain::Date due;
  std::vector<CoursePoint> chart;
  std::vector<domain::Silence> silences;        ///< when it was outdated, oldest first
  std::vector<store::AnsweredSignal> answered;  ///< signals that it answers
  std::vector<domain::CheckIn> check_ins;       ///< the newest, as of check_ins_before()
  bool more_check_ins = false;                  ///< whether there are older ones
  std::vector<domain::Action> actions;
  std::vector<TestimonialView> testimonials;
  std::vector<domain::KeyResult> siblings;  ///< what it may depend on
  std::vector<domain::Site> all_sites;
  std::vector<domain::ProductArea> product_areas;
  std::vector<domain::Kpi> kpis;
  std::vector<figure::Person> people;
};
BOOST_DESCRIBE_STRUCT(KeyResultPage, (),
                      (view, objective, cycle, account, today, due, chart, silences, answered,
                       check_ins, more_check_ins, actions, testimonials, siblings, all_sites,
                       product_areas, kpis, people))

KeyResultPage key_result_page(Context& context, const Caller& caller, const Id& key_result);

/// A part of a key result's check-ins, newest first, superseded ones included.
struct CheckInsPart {
  std::vector<domain::CheckIn> check_ins;
  bool more = false;  ///< whether there are older ones
};
BOOST_DESCRIBE_STRUCT(CheckInsPart, (), (check_ins, more))

/// Those that follow the check-in `after`, or the newest without it. Throws Problem(invalid) where
/// `after` is none of the key result's.
CheckInsPart check_ins_before(Context& context, const Caller& caller, const Id& key_result,
                              const std::optional<Id>& after);

}  // namespace takt::page
