// The plan of an account: cycles, objectives, key results, check-ins and reviews.

#include "race.hpp"

namespace takt::tests {
namespace {

using namespace domain;

class PlanRaces : public Races {};

TEST_P(PlanRaces, OneCycleIsActive) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        std::array cycles{rows.cycle(account, CycleState::planning, 0),
                          rows.cycle(account, CycleState::planning, 100)};
        for (const auto& cycle : cycles)
          rows.key_result(account, rows.objective(account, cycle, ObjectiveState::draft));
        return cycles;
      },
      [](Browser& own, const auto& cycles, std::size_t i) {
        return own.patch(at("cycles", cycles[i]), R"({"state":"active"})", "1");
      },
      exactly_one(409));
}

TEST_P(PlanRaces, ReviewIsTakenBackOrAnotherCycleStarts) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        std::array cycles{rows.cycle(account, CycleState::review, -100),
                          rows.cycle(account, CycleState::planning, 0)};
        rows.key_result(account, rows.objective(account, cycles[1], ObjectiveState::draft));
        return cycles;
      },
      [](Browser& own, const auto& cycles, std::size_t i) {
        return own.patch(at("cycles", cycles[i]), R"({"state":"active"})", "1");
      },
      exactly_one(409));
}

TEST_P(PlanRaces, CyclesDoNotOverlap) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.account().id; },
      [&](Browser& own, const Id& account, std::size_t) {
        return own.post(
            at("accounts", account, "/cycles"),
            R"({"name":"Z","startsOn":")" + date(0) + R"(","endsOn":")" + date(90) + "\"}");
      },
      exactly_one(422));
}

TEST_P(PlanRaces, RestoredCyclesDoNotOverlap) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        std::array cycles{rows.cycle(account, CycleState::planning),
                          rows.cycle(account, CycleState::planning)};
        for (const auto& id : cycles) {
          auto cycle = store::must_find<Cycle>(rows.session, id);
          cycle.archived_at = rows.now;
          ++cycle.version;
          store::update(rows.session, cycle);
        }
        return cycles;
      },
      [](Browser& own, const auto& cycles, std::size_t i) {
        return own.restore(at("cycles", cycles[i]), "2");
      },
      exactly_one(422));
}

struct Close : Before {
  Id review;
};

TEST_P(PlanRaces, CheckInIsInBeforeTheCloseAndCountsOrIsRefused) {
  const auto in_before = before_or_refused(409);
  race(
      {jonas, katrin},
      [](Rows& rows) {
        Close row;
        row.account = rows.account().id;
        row.second = rows.cycle(row.account, CycleState::review);
        const auto objective = rows.objective(row.account, row.second);
        row.parent = rows.key_result(row.account, objective);
        Review review;
        review.account = row.account;
        review.objective = objective;
        review.decision = Decision::done;
        review.not_judged = true;
        row.review = rows.put(review);
        return row;
      },
      [&](Browser& own, const Close& row, std::size_t i) {
        if (i) return own.patch(at("cycles", row.second), R"({"state":"closed"})", "1");
        return own.post(at("key-results", row.parent, "/check-ins"),
                        row.named() + R"("value":10,"effectiveOn":")" + date(0) + "\"}");
      },
      [&](const Close& row, const Two& answers) {
        EXPECT_EQ(is_done(answers[0]) ? 1 : 0,
                  number("select count(*) from review where score = 1 and id = '" +
                         row.review.text + "'"));
        return in_before(row, answers);
      });
}

TEST_P(PlanRaces, NothingComesToAnArchivedObjective) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        Before row;
        row.account = rows.account().id;
        row.second = rows.objective(row.account, rows.cycle(row.account, CycleState::planning),
                                    ObjectiveState::draft);
        return row;
      },
      [](Browser& own, const Before& row, std::size_t i) {
        if (i) return own.remove(at("objectives", row.second), "1");
        return own.post(at("objectives", row.second, "/key-results"),
                        row.named() + R"("title":"KR","kind":"metric","start":0,"target":1})");
      },
      before_or_refused(409));
}

TEST_P(PlanRaces, KindOfAKeyResultWithCheckInsStays) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        Before row;
        row.account = rows.account().id;
        row.first = rows.key_result(
            row.account, rows.objective(row.account, rows.cycle(row.account, CycleState::active)));
        row.second = Id{new_id()};
        return row;
      },
      [&](Browser& own, const Before& row, std::size_t i) {
        if (i)
          return own.post(
              at("key-results", row.first, "/check-ins"),
              R"({"id":")" + row.second.text + R"(","value":1,"effectiveOn":")" + date(0) + "\"}");
        return own.patch(at("key-results", row.first),
                         R"({"kind":"corridor","lower":1,"reason":"genauer"})", "1");
      },
      before_or_refused(422));
}

TEST_P(PlanRaces, KeyResultsDoNotWaitForEachOther) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        const auto objective = rows.objective(account, rows.cycle(account, CycleState::planning));
        return std::array{rows.key_result(account, objective), rows.key_result(account, objective)};
      },
      [](Browser& own, const auto& both, std::size_t i) {
        return own.patch(at("key-results", both[i]), R"({"dependsOn":")" + both[1 - i].text + "\"}",
                         "1");
      },
      exactly_one(422));
}

TEST_P(PlanRaces, WhatAKeyResultFollowsIsThere) {
  struct Row {
    Id kpi, key_result;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return Row{
            rows.named<Kpi>(account, "Liefertreue"),
            rows.key_result(account,
                            rows.objective(account, rows.cycle(account, CycleState::planning)))};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        if (i) return own.remove(at("kpis", row.kpi), "1");
        return own.patch(at("key-results", row.key_result),
                         R"({"follows":"kpi","kpi":")" + row.kpi.text + "\"}", "1");
      },
      [](const Row&, const Two& answers) {
        const bool follows = is_done(answers[0]);
        EXPECT_EQ(follows ? 200 : 422, answers[0].status) << answers[0].text;
        EXPECT_EQ(follows ? 409 : 200, answers[1].status) << answers[1].text;
        return follows ? 0 : 1;
      });
}

TEST_P(PlanRaces, ObjectiveHasOneReview) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return rows.objective(account, rows.cycle(account, CycleState::review));
      },
      [](Browser& own, const Id& objective, std::size_t) {
        return own.post(at("objectives", objective, "/reviews"), R"({"decision":"done"})");
      },
      exactly_one(409));
}

TEST_P(PlanRaces, WhatTheReviewsDecidedIsTakenOverOnce) {
  struct Row {
    Id from, to;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        const Row row{rows.cycle(account, CycleState::closed, -120),
                      rows.cycle(account, CycleState::planning, 0)};
        Review review;
        review.account = account;
        review.objective = rows.objective(account, row.from, ObjectiveState::partly);
        review.decision = Decision::continue_;
        review.carried = {rows.key_result(account, review.objective)};
        rows.put(review);
        return row;
      },
      [](Browser& own, const Row& row, std::size_t) {
        return own.post(at("cycles", row.to, "/carry-over"),
                        R"({"from":")" + row.from.text + "\"}");
      },
      [&](const Row& row, const Two& answers) {
        EXPECT_EQ(1, number("select count(*) from objective where cycle = '" + row.to.text + "'"));
        for (const auto& answer : answers) EXPECT_EQ(200, answer.status) << answer.text;
        return is_done(answers[0]) && answers[0].body.at("objectives") == 1 ? 0 : 1;
      });
}

TEST_P(PlanRaces, CheckInIsCorrectedOnce) {
  struct Row {
    Id key_result, check_in;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        CheckIn check_in;
        check_in.account = account;
        check_in.key_result = rows.key_result(
            account, rows.objective(account, rows.cycle(account, CycleState::active)));
        check_in.effective_on = rows.day(0);
        check_in.value = 1;
        return Row{check_in.key_result, rows.put(check_in)};
      },
      [&](Browser& own, const Row& row, std::size_t i) {
        return own.post(at("key-results", row.key_result, "/check-ins"),
                        R"({"value":)" + std::to_string(i) + R"(,"effectiveOn":")" + date(0) +
                            R"(","supersedes":")" + row.check_in.text + "\"}");
      },
      exactly_one(422));
}

TEST_P(PlanRaces, SiteIsPartOfARollOutOnce) {
  struct Row {
    Id site, key_result;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return Row{
            rows.named<Site>(account, "Werk"),
            rows.key_result(account,
                            rows.objective(account, rows.cycle(account, CycleState::planning)))};
      },
      [](Browser& own, const Row& row, std::size_t) {
        return own.post(at("key-results", row.key_result, "/site-targets"),
                        R"({"site":")" + row.site.text + "\"}");
      },
      exactly_one(422));
}

TAKT_ON_BOTH_DATABASES(PlanRaces);

}  // namespace
}  // namespace takt::tests
