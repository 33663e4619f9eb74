// What happens in a meeting: who steers, topics, votes, notes, and its close.

#include "race.hpp"
#include "store/meeting_store.hpp"

namespace takt::tests {
namespace {

using namespace domain;

class MeetingRaces : public Races {};

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

TEST_P(MeetingRaces, MeetingIsStartedOnce) {
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

TEST_P(MeetingRaces, NoteIsInTheMinutesHoweverItMeetsTheClose) {
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

TEST_P(MeetingRaces, NobodyHasMoreDotsThanTheirs) {
  race(
      {jonas, jonas}, room,
      [](Browser& own, const Room& row, std::size_t i) {
        return own.put(at("meetings", row.meeting, "/votes"),
                       R"({"proposal":")" + row.topics[i].text + R"(","dots":2})");
      },
      exactly_one(422));
}

TEST_P(MeetingRaces, DotsAreGivenBeforeTheRevealAndCountOrAreRefused) {
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

TEST_P(MeetingRaces, FocusIsKeptOnceByTheReveal) {
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

TEST_P(MeetingRaces, MeetingThatTwoTakeOverIsTheLastOnes) {
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

TEST_P(MeetingRaces, VotesGivenWhileTopicsArePutTogetherAreAllKept) {
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

TEST_P(MeetingRaces, TickIsOfTheStepThatItWasSaidOf) {
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

TEST_P(MeetingRaces, TopicsAreNotPutToEachOther) {
  race(
      {katrin, jonas}, room,
      [](Browser& own, const Room& row, std::size_t i) {
        return own.put(at("proposals", row.topics[i], "/group"),
                       R"({"into":")" + row.topics[1 - i].text + "\"}");
      },
      exactly_one(422));
}

TAKT_ON_BOTH_DATABASES(MeetingRaces);

}  // namespace
}  // namespace takt::tests
