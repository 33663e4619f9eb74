// Steps that change rows, on rows as the step before left them.

#include <ranges>

#include "domain/meeting.hpp"
#include "domain/open_question.hpp"
#include "server.hpp"
#include "store/search_store.hpp"

namespace takt::tests {
namespace {

using namespace domain;

class Migrations : public testing::TestWithParam<std::string> {
 protected:
  Migrations() { std::signal(SIGPIPE, SIG_IGN); }
  void run(store::Session& session, std::string_view sql) {
    while (!sql.empty()) {
      const auto end = std::min(sql.find(";\n"), sql.size());
      std::string statement;
      for (const auto line : std::views::split(sql.substr(0, end), '\n')) {
        const std::string text(line.begin(), line.end());
        if (!text.starts_with("--")) statement += text + '\n';
      }
      if (statement.find_first_not_of(" \n") != statement.npos) session.run(statement);
      sql.remove_prefix(std::min(end + 2, sql.size()));
    }
  }
  /// The database as it was before the step `number`.
  void make_before(int number) {
    database.write_apart([&](store::Session& session) {
      session.run("create table schema_version (number integer primary key, name text not null)");
      for (const auto& step : store::migrations()) {
        if (step.number >= number) break;
        run(session, step.sql);
        session.run("insert into schema_version (number, name) values (" +
                    std::to_string(step.number) + ", 'x')");
      }
    });
  }

  NewDatabase made{GetParam() == "PostgreSQL"};
  store::Database database{made.location, 2};
};

const Id kAccount{"019c08c4-0000-7000-8000-000000000001"};

/// Beginning of a row below the account: id, account, version, position, created_at, archived_at.
std::string row(const std::string& id, const std::string& archived = "null") {
  return "'019c08c4-0000-7000-8000-" + id + "', '" + kAccount.text +
         "', 3, 1, '2026-11-05T08:02:56.000Z', " + archived;
}

TEST_P(Migrations, QuestionsOfEarlyWarningBecomeOpenQuestionsAndAgendasHaveAStepForThem) {
  make_before(18);
  database.write_apart([&](store::Session& session) {
    run(session, "insert into ledger (id) values ('" + kAccount.text + "');\n");
    run(session,
        "insert into account (id, account, version, position, created_at, name, code, industry, "
        "cadence, check_in_interval, status_note) values ('" +
            kAccount.text + "', '" + kAccount.text +
            "', 1, 0, '2026-11-05T08:02:56.000Z', 'T', 'T', '', 6, 14, '');\n");
    run(session, "insert into warning_question values (" + row("00000000000a") +
                     ", 'Offen?', null, '2026-11-19', '');\n" +
                     "insert into warning_question values (" + row("00000000000b") +
                     ", 'Beantwortet?', null, '2026-11-19', 'Ja');\n" +
                     "insert into warning_question values (" +
                     row("00000000000c", "'2026-11-20T08:00:00.000Z'") +
                     ", 'Nie gefragt?', null, null, 'Doch');\n");
    int id = 100;
    for (const std::string kind : {"cycle", "check_in", "flash"}) {
      const std::string meeting = "000000000" + std::to_string(++id);
      run(session,
          "insert into meeting (id, account, version, position, created_at, archived_at, state, "
          "step, topics_revealed, votes_revealed, kind, planned_at, duration, place, invitees, "
          "votes, minutes) values (" +
              row(meeting) + ", 'running', 2, 0, 0, '" + kind +
              "', '2026-11-24T09:00:00.000Z', 60, '', '[]', 5, '');\n");
      for (int step = 0; step < 7; ++step)
        run(session,
            "insert into meeting_note (id, account, version, position, created_at, archived_at, "
            "meeting, kind, title, step) values (" +
                row("000000000" + std::to_string(++id)) + ", '019c08c4-0000-7000-8000-" + meeting +
                "', 'note', '" + kind + std::to_string(step) + "', " + std::to_string(step) +
                ");\n");
    }
  });

  store::migrate(database);

  database.read([&](store::Session& session) {
    const auto questions = store::all_of<OpenQuestion>(session, kAccount);
    EXPECT_EQ(3u, questions.size());
    for (const auto& question : questions) {
      EXPECT_EQ(3, question.version);
      const bool open = question.text == "Offen?";
      EXPECT_EQ(!open, question.answered_on.has_value());
      EXPECT_EQ(question.text == "Nie gefragt?", question.archived_at.has_value());
      if (question.text == "Beantwortet?") {
        EXPECT_EQ("2026-11-19", to_string(question.answered_on.value()));
        EXPECT_EQ("Ja", question.answer);
      }
      if (question.text == "Nie gefragt?") {
        EXPECT_EQ("2026-11-05", to_string(question.answered_on.value()));
      }
    }
    for (const auto& meeting : store::all_of<Meeting>(session, kAccount))
      EXPECT_EQ(meeting.kind == MeetingKind::check_in ? 3 : 2, meeting.step);
    const auto notes = store::all_of<MeetingNote>(session, kAccount);
    EXPECT_EQ(21u, notes.size());
    for (const auto& note : notes) {
      const int then = note.title.back() - '0';
      const bool later = note.title.starts_with("cycle")      ? then >= 3
                         : note.title.starts_with("check_in") ? then >= 2
                                                              : false;
      EXPECT_EQ(then + (later ? 1 : 0), note.step.value) << note.title;
    }
    return 0;
  });
}

TEST_P(Migrations, WhatWasThereBeforeTheSearchIsFound) {
  make_before(19);
  database.write_apart([&](store::Session& session) {
    run(session, "insert into ledger (id) values ('" + kAccount.text + "');\n");
    run(session,
        "insert into account (id, account, version, position, created_at, name, code, industry, "
        "cadence, check_in_interval, status_note) values ('" +
            kAccount.text + "', '" + kAccount.text +
            "', 1, 0, '2026-11-05T08:02:56.000Z', 'Große Mühle', 'GM', '', 6, 14, '');\n");
    const auto site = [&](const std::string& id, const std::string& name) {
      run(session,
          "insert into site (id, account, version, position, created_at, archived_at, name, city, "
          "country, kind) values (" +
              row(id, name == "Mühle alt" ? "'2026-11-20T08:00:00.000Z'" : "null") + ", '" + name +
              "', '', '', 'plant');\n");
    };
    site("00000000000a", "Mühle neu");
    site("00000000000b", "Mühle alt");
  });

  store::migrate(database);

  const auto found = [&] {
    return database.read([](store::Session& session) {
      std::string out;
      for (const auto& one : store::search(session, {{"muhle"}, kAccount, false, 20}))
        out += std::string(mapping::enum_text(one.kind)) + ' ';
      return out;
    });
  };
  EXPECT_EQ("site account ", found());
  // Only another edition makes them anew.
  database.write_apart([](store::Session& session) { session.run("delete from search_text"); });
  store::migrate(database);
  EXPECT_EQ("", found());
  database.write_apart(
      [](store::Session& session) { session.run("update search_edition set edition = 'old'"); });
  store::migrate(database);
  EXPECT_EQ("site account ", found());
}

INSTANTIATE_TEST_SUITE_P(On, Migrations, testing::Values("SQLite", "PostgreSQL"),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace takt::tests
