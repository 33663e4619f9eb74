// The door to the databases: what a failure leaves behind, and who waits for whom.

#include <array>
#include <atomic>
#include <future>

#include "access/secrets.hpp"
#include "server.hpp"
#include "store/id_list.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

/// What a thread comes back with; no value where it still waits after ten seconds.
template <class F>
auto within_ten_seconds(F f) {
  auto task = std::make_shared<std::packaged_task<decltype(f())()>>(std::move(f));
  auto result = task->get_future();
  std::thread([task] { (*task)(); }).detach();
  if (result.wait_for(10s) != std::future_status::ready)
    throw std::runtime_error("still waiting after ten seconds");
  return result.get();
}

class Databases : public testing::TestWithParam<std::string> {
 protected:
  Databases() : empty(GetParam() == "PostgreSQL"), database(empty.location, 2) {
    database.write_apart([](store::Session& session) {
      session.run("create table parent (id text primary key)");
      session.run(
          "create table child (id text primary key, parent text references parent (id), "
          "name text, size integer)");
    });
  }
  static void add(store::Session& session, const std::string& id,
                  const std::optional<std::string>& parent, const std::optional<std::string>& name,
                  std::optional<int> size) {
    session.execute(
        "insert into child (id, parent, name, size) values (:id, :parent, :name, :size)",
        {store::bound("id", id), store::bound("parent", parent), store::bound("name", name),
         store::bound("size", size)});
  }
  int children() {
    return database
        .peek([](store::Session& session) {
          return session.value<int>("select count(*) from child");
        })
        .value();
  }
  NewDatabase empty;
  store::Database database;
};

TEST_P(Databases, FailedStatementLeavesNoValuesForTheNextOne) {
  for (int i = 0; i < 4; ++i) {
    const auto number = std::to_string(i);
    EXPECT_THROW(database.write_apart([&](store::Session& session) {
      add(session, "bad" + number, "nobody", "secret", 42);
    }),
                 domain::Problem);
    database.write_apart(
        [&](store::Session& session) { add(session, "good" + number, {}, {}, {}); });
  }
  const auto foreign = database.peek([](store::Session& session) {
    return session.value<int>(
        "select count(*) from child where name is not null or size is not null or parent is not "
        "null");
  });
  EXPECT_EQ(0, foreign);
  EXPECT_EQ(4, children());
}

struct Child {
  std::string id;
  std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(Child, (), (id, name))

TEST_P(Databases, ColumnsAreNamedAsTheMembersThatTheyFill) {
  database.write_apart([](store::Session& session) { add(session, "one", {}, "first", {}); });
  const auto read = [&](const std::string& sql) {
    return database.peek([&](store::Session& session) { return session.rows<Child>(sql); });
  };
  EXPECT_EQ("first", read("select id, name from child").at(0).name);
  EXPECT_EQ("one", read("select c.name as id, c.id as name from child c").at(0).name);
  EXPECT_THROW(read("select name, id from child"), std::logic_error);
  EXPECT_THROW(read("select id, name as called from child"), std::logic_error);
  EXPECT_THROW(read("select id, name as called from child where id = 'none'"), std::logic_error);
}

TEST_P(Databases, JoinGivesStructsOneAfterTheOther) {
  database.write_apart([](store::Session& session) {
    add(session, "one", {}, "first", {});
    add(session, "two", {}, {}, {});
  });
  const auto pair = database.peek([](store::Session& session) {
    return session.row<std::tuple<Child, Child>>(
        "select a.id, a.name, b.id, b.name from child a join child b on b.id > a.id");
  });
  ASSERT_TRUE(pair);
  EXPECT_EQ("one", std::get<0>(*pair).id);
  EXPECT_EQ("first", std::get<0>(*pair).name);
  EXPECT_EQ("two", std::get<1>(*pair).id);
  EXPECT_FALSE(std::get<1>(*pair).name);
}

TEST_P(Databases, ListOfIdsIsBoundByName) {
  database.write_apart([](store::Session& session) {
    for (int i = 0; i < 300; ++i) add(session, std::to_string(i), {}, {}, {});
  });
  std::vector<domain::Id> ids;
  for (int i = 0; i < 600; i += 2) ids.push_back({std::to_string(i)});
  const auto found = database.peek([&](store::Session& session) {
    std::vector<std::string> out;
    store::for_each_list(ids, [&](const store::IdList& list) {
      const auto some = session.values<std::string>(
          "select id from child where id in (" + list.names + ")", list.binds);
      out.insert(out.end(), some.begin(), some.end());
    });
    return out;
  });
  EXPECT_EQ(150u, found.size());
}

TEST_P(Databases, RowIsReadOnceWithinAWriteAndAsItWasWritten) {
  store::migrate(database);
  const auto organisation = [&](store::Session& session) {
    return store::find<domain::Organisation>(session, store::organisation_ledger());
  };
  database.write(store::organisation_ledger(), [&](store::Session& session) {
    domain::Organisation own;
    own.id = own.account = store::organisation_ledger();
    own.name = std::string("Brandt");
    store::insert(session, own);
    const auto before = database.statements();
    EXPECT_EQ("Brandt", organisation(session)->name);
    EXPECT_EQ(before, database.statements());
    own.name = std::string("Brandt & Co.");
    own.version = 2;
    store::update(session, own);
    EXPECT_EQ("Brandt & Co.", organisation(session)->name);
  });
  // What is rolled back is not remembered by the next write on the same connection.
  EXPECT_THROW(database.write(store::organisation_ledger(),
                              [&](store::Session& session) {
                                auto own = *organisation(session);
                                own.name = std::string("verworfen");
                                own.version = 3;
                                store::update(session, own);
                                throw std::runtime_error("no");
                              }),
               std::runtime_error);
  const auto name = database.write(store::organisation_ledger(), [&](store::Session& session) {
    return std::string(organisation(session)->name);
  });
  EXPECT_EQ("Brandt & Co.", name);
}

TEST_P(Databases, BrokenConstraintIsAProblemAndNotAFailure) {
  const auto put = [&](const std::string& id, const std::optional<std::string>& parent) {
    try {
      database.write_apart([&](store::Session& session) { add(session, id, parent, {}, {}); });
    } catch (const domain::Problem& problem) {
      return problem.fields.empty() ? problem.code : problem.fields[0].code;
    }
    return std::string("stored");
  };
  EXPECT_EQ("stored", put("one", {}));
  EXPECT_EQ("taken", put("one", {}));
  EXPECT_EQ("unknown_reference", put("two", "nobody"));
}

TEST_P(Databases, FailureNamesTheStatementAndNoValue) {
  database.write_apart([](store::Session& session) {
    session.run("create table short (name text unique check (length(name) < 5))");
  });
  const auto failure_of = [&](const std::string& name) {
    return database.write_apart([&](store::Session& session) {
      try {
        session.execute("savepoint one");
        session.execute("insert into short (name) values (:name)", {store::bound("name", name)});
      } catch (const std::exception& error) {
        session.execute("rollback to one");
        return std::string(error.what());
      }
      return std::string();
    });
  };
  EXPECT_EQ("", failure_of("abcd"));
  for (const std::string name : {"abcd", "anna@brandt.example"}) {
    const auto failure = failure_of(name);
    EXPECT_NE(std::string::npos, failure.find("insert into short")) << failure;
    EXPECT_EQ(std::string::npos, failure.find(name)) << failure;
  }
}

TEST_P(Databases, WriteWithinAWriteIsRefusedInsteadOfWaitingForItself) {
  EXPECT_THROW(
      within_ten_seconds([&] {
        database.write_apart([&](store::Session&) {
          database.write_apart([](store::Session& session) { add(session, "x", {}, {}, {}); });
        });
        return 0;
      }),
      std::logic_error);
  EXPECT_EQ(0, children());
}

TEST_P(Databases, SlowWorkIsRefusedWhereOthersWait) {
  EXPECT_THROW(database.write_apart([](store::Session&) { access::hash_password("ein passwort"); }),
               std::logic_error);
  const auto hash = access::hash_password("ein passwort");
  EXPECT_THROW(
      database.write_apart([&](store::Session&) { access::password_fits(hash, "ein passwort"); }),
      std::logic_error);
  EXPECT_TRUE(access::password_fits(hash, "ein passwort"));
}

TEST_P(Databases, WriteGoesOnWithTheNextPrimaryWhereItsServerHasBecomeAReplica) {
  if (GetParam() == "SQLite") GTEST_SKIP() << "has no replicas";
  const auto become_replicas = [&](store::Database& sessions) {
    sessions.peek([](store::Session& session) {
      session.run("set session characteristics as transaction read only");
    });
  };
  store::Database one(empty.location, 1);
  const auto write = [&](const std::string& id) {
    one.write_apart([&](store::Session& session) { add(session, id, {}, {}, {}); });
  };
  become_replicas(one);
  write("after a failover");
  EXPECT_EQ(1, children());
  const auto name = empty.location.substr(empty.location.rfind('/') + 1);
  const auto every_server_only_reads = [&](const std::string& yes) {
    database.write_apart([&](store::Session& session) {
      session.run("alter database " + name + " set default_transaction_read_only = " + yes);
    });
  };
  every_server_only_reads("on");
  become_replicas(one);
  EXPECT_THROW(write("while there is no primary"), store::Unavailable);
  every_server_only_reads("off");
  write("with the next primary");
  EXPECT_EQ(2, children());
}

TEST_P(Databases, ReadersWithSessionsOfTheirOwnNeverWaitForOne) {
  store::Database with_express(empty.location, 1, 1);
  if (!with_express.is_sqlite()) {
    const store::Database::Express express(with_express);
    EXPECT_THROW(with_express.peek([](store::Session&) {}), store::NotAtHand);
    return;
  }
  std::promise<void> taken, may_end;
  std::jthread slow([&] {
    with_express.read([&](store::Session&) {
      taken.set_value();
      may_end.get_future().wait();
    });
  });
  taken.get_future().wait();
  const auto count = within_ten_seconds([&] {
    const store::Database::Express express(with_express);
    return with_express.peek(
        [](store::Session& session) { return session.value<int>("select count(*) from child"); });
  });
  may_end.set_value();
  EXPECT_EQ(0, count);
}

TEST_P(Databases, ReadersWithSessionsOfTheirOwnTakeNobodyElsesWhileTheirsAreLent) {
  if (GetParam() == "PostgreSQL") GTEST_SKIP() << "there they have none";
  store::Database with_express(empty.location, 1, 1);
  std::promise<void> taken, may_end;
  std::jthread first([&] {
    const store::Database::Express express(with_express);
    with_express.read([&](store::Session&) {
      taken.set_value();
      may_end.get_future().wait();
    });
  });
  taken.get_future().wait();
  std::atomic<bool> answered = false;
  std::jthread second([&] {
    const store::Database::Express express(with_express);
    with_express.peek([](store::Session&) {});
    answered = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  EXPECT_FALSE(answered);
  may_end.set_value();
  second.join();
  EXPECT_TRUE(answered);
}

TAKT_ON_BOTH_DATABASES(Databases);

std::string new_folder() {
  static int count = 0;
  return (std::filesystem::temp_directory_path() /
          ("takt_new_" + std::to_string(getpid()) + "_" + std::to_string(++count)))
      .string();
}

TEST(Sqlite, IsOpenedByManyAtOnceForTheFirstTime) {
  for (int round = 0; round < 5; ++round) {
    const auto folder = new_folder();
    std::atomic<int> steps = 0, failed = 0;
    {
      std::vector<std::jthread> servers;
      for (int i = 0; i < 6; ++i)
        servers.emplace_back([&] {
          try {
            store::Database database(folder + "/takt.db", 1);
            steps += store::migrate(database);
          } catch (const std::exception& error) {
            ++failed;
            ADD_FAILURE() << error.what();
          }
        });
    }
    EXPECT_EQ(0, failed);
    EXPECT_EQ(static_cast<int>(store::migrations().size()), steps);
    std::filesystem::remove_all(folder);
  }
}

TEST(Sqlite, NewFileAndFolderAreForTheirOwnerOnly) {
  using std::filesystem::perms;
  const auto folder = new_folder();
  {
    store::Database database(folder + "/deeper/takt.db", 1);
    store::migrate(database);
    for (const auto& made : {folder, folder + "/deeper"})
      EXPECT_EQ(perms::owner_all, std::filesystem::status(made).permissions()) << made;
    for (const std::string file : {"takt.db", "takt.db-wal", "takt.db-shm"})
      EXPECT_EQ(perms::owner_read | perms::owner_write,
                std::filesystem::status(folder + "/deeper/" + file).permissions())
          << file;
  }
  // What somebody has set up otherwise stays so.
  std::filesystem::permissions(folder + "/deeper/takt.db",
                               perms::owner_read | perms::owner_write | perms::group_read);
  {
    const store::Database again(folder + "/deeper/takt.db", 1);
    EXPECT_EQ(perms::owner_read | perms::owner_write | perms::group_read,
              std::filesystem::status(folder + "/deeper/takt.db").permissions());
  }
  std::filesystem::remove_all(folder);
}

TEST(Sqlite, FileThatLostWhatItHeldIsNoNewBeginning) {
  NewDatabase empty(false);
  {
    store::Database database(empty.location, 1);
    store::migrate(database);
  }
  std::filesystem::resize_file(empty.location, 0);
  EXPECT_THROW(store::Database(empty.location, 1), std::runtime_error);
  EXPECT_EQ(0u, std::filesystem::file_size(empty.location));
  std::filesystem::remove(empty.location);
  store::Database database(empty.location, 1);
  EXPECT_LT(0, store::migrate(database));
}

/// Counts writes by how many were stored at once.
struct Commits : store::Observer {
  void ran(std::string_view, std::chrono::nanoseconds) override {}
  void lent(std::chrono::nanoseconds) override {}
  void committed_together(std::size_t writes) override { ++of[std::min<std::size_t>(writes, 9)]; }
  std::array<std::atomic<int>, 10> of{};
};

TEST(Sqlite, WritersWhoComeBackAtOnceShareTheNextCommitInsteadOfEveryOther) {
  constexpr int kWrites = 40;
  NewDatabase empty(false);
  Commits commits;
  store::Database database(empty.location, 1, 0, &commits);
  const auto write = [&] {
    database.write_apart([](store::Session&) { std::this_thread::sleep_for(4ms); });
  };
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 3; ++i)
      writers.emplace_back([&] {
        for (int k = 0; k < kWrites; ++k) write();
      });
  }
  EXPECT_EQ(3 * kWrites, commits.of[1] + 2 * commits.of[2] + 3 * commits.of[3]);
  // By turns it would be one and two, and hardly ever three.
  EXPECT_GT(commits.of[3], kWrites / 4);
}

TEST(Sqlite, LostConnectionThatCannotBeReplacedHoldsNobodyUp) {
  NewDatabase empty(false);
  const auto folder = std::filesystem::path(empty.location).parent_path();
  const auto away = folder.string() + "-away";
  store::Database database(empty.location, 1);
  const auto make = [&] {
    database.write_apart([](store::Session& session) { session.run("create table a (b text)"); });
    return true;
  };
  // As SQLite does by itself for want of space: the transaction is gone under the turn.
  EXPECT_THROW(within_ten_seconds([&] {
                 database.write_apart([&](store::Session& session) {
                   session.run("rollback");
                   std::filesystem::rename(folder, away);
                   throw std::runtime_error("no space left");
                 });
                 return true;
               }),
               std::runtime_error);
  EXPECT_THROW(within_ten_seconds(make), store::Unavailable);
  std::filesystem::rename(away, folder);
  EXPECT_TRUE(within_ten_seconds(make));
}

}  // namespace
}  // namespace takt::tests
