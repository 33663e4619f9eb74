// What an account holds: plan, check-ins, signals, meetings, figures.

#include "race.hpp"

#include "command/entity.hpp"
#include "page/portfolio.hpp"
#include "store/meeting_store.hpp"

namespace takt::tests {
namespace {

using namespace domain;

/// A round in which something is in before something else happens, or refused.
struct Before {
  Id account, parent;
  Id first{new_id()};
  Id second;
  std::string named() const { return R"({"id":")" + first.text + R"(",)"; }
};

TEST_P(Races, OneCycleIsActive) {
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

TEST_P(Races, ReviewIsTakenBackOrAnotherCycleStarts) {
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

TEST_P(Races, OneEntryIsAssumedOnce) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.account().id; },
      [&](Browser& own, const Id& account, std::size_t) {
        return own.post(at("accounts", account, "/assumptions"),
                        R"({"aboutKind":"account","about":")" + account.text + "\"}");
      },
      exactly_one(422));
}

TEST_P(Races, CyclesDoNotOverlap) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.account().id; },
      [&](Browser& own, const Id& account, std::size_t) {
        return own.post(
            at("accounts", account, "/cycles"),
            R"({"name":"Z","startsOn":")" + date(0) + R"(","endsOn":")" + date(90) + "\"}");
      },
      exactly_one(422));
}

TEST_P(Races, RestoredCyclesDoNotOverlap) {
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

TEST_P(Races, TwoDoNotReportToEachOther) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return std::array{rows.named<Contact>(account, "Feldmann"),
                          rows.named<Contact>(account, "Petersen")};
      },
      [](Browser& own, const auto& people, std::size_t i) {
        return own.patch(at("contacts", people[i]),
                         R"({"reportsTo":")" + people[1 - i].text + "\"}", "1");
      },
      exactly_one(422));
}

struct Close : Before {
  Id review;
};
TEST_P(Races, CheckInIsInBeforeTheCloseAndCountsOrIsRefused) {
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

TEST_P(Races, NothingComesToAnArchivedObjective) {
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

TEST_P(Races, KindOfAKeyResultWithCheckInsStays) {
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

TEST_P(Races, KeyResultsDoNotWaitForEachOther) {
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

TEST_P(Races, WhatAKeyResultFollowsIsThere) {
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

TEST_P(Races, ObjectiveHasOneReview) {
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

TEST_P(Races, WhatTheReviewsDecidedIsTakenOverOnce) {
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

TEST_P(Races, CheckInIsCorrectedOnce) {
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

TEST_P(Races, SiteIsPartOfARollOutOnce) {
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

TEST_P(Races, SameCreateSentTwiceIsOne) {
  struct Row {
    Id key_result, id{new_id()};
  };
  race(
      {jonas, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return Row{rows.key_result(
            account, rows.objective(account, rows.cycle(account, CycleState::active)))};
      },
      [&](Browser& own, const Row& row, std::size_t) {
        return own.post(
            at("key-results", row.key_result, "/check-ins"),
            R"({"id":")" + row.id.text + R"(","value":1,"effectiveOn":")" + date(-1) + "\"}");
      },
      both(1, [](const Row& row) {
        return "select count(*) from \"change\" where entity_id = '" + row.id.text + "'";
      }));
}

TEST_P(Races, IdIsUsedOnceInAllAccounts) {
  struct Row {
    std::array<Id, 2> accounts;
    Id id{new_id()};
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        return Row{{rows.account().id, rows.account().id}};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        return own.post(at("accounts", row.accounts[i], "/sites"),
                        R"({"id":")" + row.id.text + R"(","name":"Werk"})");
      },
      exactly_one(409));
}

TEST_P(Races, OneOfTwoEditsOfTheSameVersionIsStale) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.named<Site>(rows.account().id, "Werk"); },
      [](Browser& own, const Id& site, std::size_t i) {
        return own.patch(at("sites", site), R"({"name":"Werk )" + std::to_string(i) + "\"}", "1");
      },
      exactly_one(412));
}

TEST_P(Races, SiblingsKeepAnOrderWithoutGaps) {
  struct Row {
    Id account;
    std::vector<Id> sites;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        Row row{rows.account().id, {}};
        for (int i = 1; i <= 4; ++i) row.sites.push_back(rows.named<Site>(row.account, "Werk", i));
        return row;
      },
      [](Browser& own, const Row& row, std::size_t i) {
        // Neither moves the other one's site, whose version would be another one then.
        return own.put(at("sites", row.sites[2 * i], "/position"),
                       i ? R"({"position":4})" : R"({"position":2})", "1");
      },
      [&](const Row& row, const Two& answers) {
        std::vector<int> order;
        app->context().database.peek([&](store::Session& session) {
          for (const auto& site : store::present_of<Site>(session, row.account))
            order.push_back(site.position);
        });
        EXPECT_EQ((std::vector{1, 2, 3, 4}), order);
        for (const auto& answer : answers) EXPECT_EQ(200, answer.status) << answer.text;
        return kNobodyKnows;
      });
}

TEST_P(Races, KpiHasOneValueADay) {
  race(
      {katrin, jonas}, [](Rows& rows) { return rows.named<Kpi>(rows.account().id, "Liefertreue"); },
      [&](Browser& own, const Id& kpi, std::size_t i) {
        return own.put(at("kpis", kpi, "/values/" + date(0)),
                       R"({"value":)" + std::to_string(i) + "}");
      },
      both(1, [](const Id& kpi) {
        return "select count(*) from kpi_value where kpi = '" + kpi.text + "'";
      }));
  auto katrins = browser(katrin);
  const auto kpi =
      at("kpis",
         Id{katrins.post("/api/v1/accounts/" + account() + "/kpis", R"({"name":"Liefertreue"})")
                .id()});
  katrins.put(kpi + "/values/" + date(0), R"({"value":1})");
  EXPECT_EQ("taken",
            katrins.post(kpi + "/kpi-values", R"({"on":")" + date(0) + R"(","value":3})").code());
}

TEST_P(Races, CellOfSupplyIsEnteredByOne) {
  struct Row {
    Id account, area;
  };
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto account = rows.account().id;
        return Row{account, rows.named<ProductArea>(account, "Antriebe")};
      },
      [](Browser& own, const Row& row, std::size_t i) {
        return own.put(at("accounts", row.account, "/supply-grid"),
                       R"({"period":"quarter","startsOn":"2026-07-01","cells":[{"productArea":")" +
                           row.area.text + R"(","volume":)" + std::to_string(i + 1) +
                           R"(,"demand":9,"version":0}]})");
      },
      [](const Row&, const Two& answers) {
        const std::size_t first = answers[0].body.at("stored") == 1 ? 0 : 1;
        EXPECT_EQ(1, answers[first].body.at("stored").as_int64());
        EXPECT_EQ("stale", answers[1 - first].body.at("errors").at(0).at("code").as_string());
        return static_cast<int>(first);
      });
}

struct SignalRows : Before {
  Id other;
};
SignalRows signals(Rows& rows) {
  SignalRows row;
  row.account = rows.account().id;
  Signal signal;
  signal.account = row.account;
  signal.title = std::string("Ausschreibung");
  signal.recorded_by = rows.katrin;
  row.second = rows.put(signal);
  row.other = rows.put(signal);
  return row;
}

TEST_P(Races, SignalIsAnsweredBeforeItIsMergedOrNotAtAll) {
  race(
      {katrin, jonas}, signals,
      [](Browser& own, const SignalRows& row, std::size_t i) {
        if (i)
          return own.post(at("signals", row.second, "/merge"),
                          R"({"into":")" + row.other.text + "\"}");
        return own.post(at("signals", row.second, "/responses"),
                        row.named() + R"("kind":"dismiss","reason":"betrifft uns nicht"})");
      },
      before_or_refused(409));
}

TEST_P(Races, SignalsAreNotMergedIntoEachOther) {
  race(
      {katrin, jonas}, signals,
      [](Browser& own, const SignalRows& row, std::size_t i) {
        const auto& [from, into] =
            i ? std::tie(row.other, row.second) : std::tie(row.second, row.other);
        return own.post(at("signals", from, "/merge"), R"({"into":")" + into.text + "\"}");
      },
      exactly_one(422));
}

struct Room {
  Id account, cycle, meeting;
  std::array<Id, 2> topics;
};
Room room(Rows& rows) {
  Room row;
  row.account = rows.account().id;
  row.cycle = rows.cycle(row.account, CycleState::planning);
  row.meeting = rows.meeting(row.account, row.cycle);
  for (auto& topic : row.topics) topic = rows.proposal(row.account, row.meeting);
  return row;
}

TEST_P(Races, MeetingIsStartedOnce) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        Meeting meeting;
        meeting.account = rows.account().id;
        meeting.planned_at = rows.now;
        return rows.put(meeting);
      },
      [](Browser& own, const Id& meeting, std::size_t) {
        return own.post(at("meetings", meeting, "/steer"), R"({"command":"start"})");
      },
      exactly_one(409));
}

struct Noted {
  Id meeting, kept;
};

TEST_P(Races, NoteIsInTheMinutesHoweverItMeetsTheClose) {
  const auto noted = [](Rows& rows) {
    const auto account = rows.account().id;
    Noted row{rows.meeting(account), {}};
    MeetingNote note;
    note.account = account;
    note.meeting = row.meeting;
    note.title = std::string("Muster zuerst");
    row.kept = rows.put(note);
    return row;
  };
  const auto close = [](Browser& own, const Noted& row) {
    return own.post(at("meetings", row.meeting, "/steer"), R"({"command":"close"})");
  };
  const auto is_in_once = [&](const Noted& row, const Two& answers) {
    for (const auto& answer : answers) EXPECT_TRUE(is_done(answer)) << answer.text;
    const std::string minutes = app->context().database.peek([&](store::Session& session) {
      return std::string(store::must_find<Meeting>(session, row.meeting).minutes);
    });
    const auto found = minutes.find("Preis danach");
    EXPECT_NE(std::string::npos, found) << minutes;
    EXPECT_EQ(found, minutes.rfind("Preis danach")) << minutes;
    return minutes.find("Nachgetragen") == minutes.npos ? 0 : 1;
  };
  race(
      {jonas, katrin}, noted,
      [&](Browser& own, const Noted& row, std::size_t i) {
        return i ? close(own, row)
                 : own.post(at("meetings", row.meeting, "/meeting-notes"),
                            R"({"title":"Preis danach"})");
      },
      is_in_once, 2);
  race(
      {jonas, katrin}, noted,
      [&](Browser& own, const Noted& row, std::size_t i) {
        return i ? close(own, row)
                 : own.patch(at("meeting-notes", row.kept), R"({"title":"Preis danach"})", "1");
      },
      is_in_once, 2);
}

TEST_P(Races, NobodyHasMoreDotsThanTheirs) {
  race(
      {jonas, jonas}, room,
      [](Browser& own, const Room& row, std::size_t i) {
        return own.put(at("meetings", row.meeting, "/votes"),
                       R"({"proposal":")" + row.topics[i].text + R"(","dots":2})");
      },
      exactly_one(422));
}

TEST_P(Races, DotsAreGivenBeforeTheRevealAndCountOrAreRefused) {
  race(
      {jonas, katrin},
      [](Rows& rows) {
        const auto row = room(rows);
        store::put_vote(rows.session, row.meeting, {rows.katrin, row.topics[0], 1});
        return row;
      },
      [](Browser& own, const Room& row, std::size_t i) {
        if (i)
          return own.post(at("meetings", row.meeting, "/steer"), R"({"command":"reveal_votes"})");
        return own.put(at("meetings", row.meeting, "/votes"),
                       R"({"proposal":")" + row.topics[0].text + R"(","dots":2})");
      },
      [&](const Room& row, const Two& answers) {
        const bool given = is_done(answers[0]);
        EXPECT_EQ(given ? 204 : 409, answers[0].status) << answers[0].text;
        EXPECT_EQ(200, answers[1].status) << answers[1].text;
        EXPECT_EQ(given ? 3 : 1,
                  number("select votes from focus_topic where cycle = '" + row.cycle.text + "'"));
        return given ? 0 : 1;
      });
}

TEST_P(Races, FocusIsKeptOnceByTheReveal) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto row = room(rows);
        store::put_vote(rows.session, row.meeting, {rows.katrin, row.topics[0], 1});
        return row;
      },
      [](Browser& own, const Room& row, std::size_t) {
        return own.post(at("meetings", row.meeting, "/steer"), R"({"command":"reveal_votes"})");
      },
      both(1, [](const Room& row) {
        return "select count(*) from focus_topic where cycle = '" + row.cycle.text + "'";
      }));
}

TEST_P(Races, MeetingThatTwoTakeOverIsTheLastOnes) {
  race(
      {katrin, jonas}, room,
      [](Browser& own, const Room& row, std::size_t) {
        return own.post(at("meetings", row.meeting, "/steer"), R"({"facilitate":true})");
      },
      [&](const Room& row, const Two& answers) {
        for (const auto& answer : answers) EXPECT_EQ(200, answer.status) << answer.text;
        // Each takeover is told; the meeting is whose came last.
        EXPECT_EQ(2, number("select count(*) from \"change\" where entity_id = '" +
                            row.meeting.text + "'"));
        EXPECT_EQ(1,
                  number("select count(*) from meeting m join \"change\" c on c.entity_id = m.id "
                         "and c.by_user = m.facilitator where m.id = '" +
                         row.meeting.text +
                         "' and c.revision = (select max(revision) from "
                         "\"change\" where entity_id = m.id)"));
        return kNobodyKnows;
      });
}

TEST_P(Races, VotesGivenWhileTopicsArePutTogetherAreAllKept) {
  race(
      {katrin, jonas},
      [](Rows& rows) {
        const auto row = room(rows);
        store::put_vote(rows.session, row.meeting, {rows.jonas, row.topics[0], 1});
        store::put_vote(rows.session, row.meeting, {rows.jonas, row.topics[1], 1});
        return row;
      },
      [](Browser& own, const Room& row, std::size_t i) {
        if (i == 0)
          return own.put(at("proposals", row.topics[1], "/group"),
                         R"({"into":")" + row.topics[0].text + "\"}");
        return own.put(at("meetings", row.meeting, "/votes"),
                       R"({"proposal":")" + row.topics[0].text + R"(","dots":2,"seen":1})");
      },
      both(3, [](const Room& row) {
        return "select sum(dots) from vote where meeting = '" + row.meeting.text + "'";
      }));
}

TEST_P(Races, TickIsOfTheStepThatItWasSaidOf) {
  race(
      {jonas, katrin}, room,
      [](Browser& own, const Room& row, std::size_t i) {
        if (i)
          return own.post(at("meetings", row.meeting, "/steer"), R"({"command":"step","step":1})");
        return own.put(at("meetings", row.meeting, "/ready"), R"({"ready":true,"step":0})");
      },
      both(0, [](const Room& row) {
        return "select count(*) from ready where meeting = '" + row.meeting.text + "'";
      }));
}

TEST_P(Races, TopicsAreNotPutToEachOther) {
  race(
      {katrin, jonas}, room,
      [](Browser& own, const Room& row, std::size_t i) {
        return own.put(at("proposals", row.topics[i], "/group"),
                       R"({"into":")" + row.topics[1 - i].text + "\"}");
      },
      exactly_one(422));
}

TEST_P(Races, LinesOfThePortfolioAreMadeAgainByManyAtOnce) {
  const auto raise_all = [](store::Session& session) {
    session.execute("update ledger set revision = revision + 1");
  };
  race(
      {head, head},
      [](Rows& rows) {
        // The portfolio shows by name what was entered the other way round.
        if (rows.round < 12) {
          auto account = store::must_find<Account>(rows.session, rows.account().id);
          account.name = std::string(1, static_cast<char>('Z' - rows.round));
          ++account.version;
          store::update(rows.session, account);
        }
        return rows.round;
      },
      [&](Browser& own, int, std::size_t i) {
        if (i == 0) return own.get("/api/v1/portfolio?order=name");
        page::refresh_portfolio(app->context(), 100);
        return Answer{200, {}, {}, {}};
      },
      [&](int, const Two&) {
        app->context().database.write_apart(raise_all);
        return kNobodyKnows;
      },
      4);
}

TAKT_ON_BOTH_DATABASES(Races);

}  // namespace
}  // namespace takt::tests
