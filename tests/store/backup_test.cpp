// Copies of a database that is written meanwhile, and what becomes of broken ones.

#include "store/backup.hpp"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sqlite3.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <cstddef>
#include <fstream>
#include <thread>

#include "server.hpp"
#include "store/migrations.hpp"

namespace takt::tests {
namespace {

namespace fs = std::filesystem;

class Backups : public OnBothDatabases {
 protected:
  void SetUp() override { fs::create_directories(folder()); }
  fs::path folder() const { return fs::path(database_.location).parent_path() / "backups"; }
  std::string file(const std::string& name) const { return (folder() / name).string(); }
  store::Backup backup(const std::string& name = "one.db") {
    return store::back_up(database_.location, file(name));
  }
  /// Where a copy is restored to, in a folder of its own.
  std::string elsewhere(const std::string& name = "new") const {
    return (folder() / name / "takt.db").string();
  }
  std::string restored(const std::string& from, const std::string& to) {
    return store::restore(from, to, {now_.load()}, [&] { store::Database open(to, 1); });
  }
  static int count(const std::string& location, const std::string& table) {
    store::Database database(location, 1);
    return database.peek([&](store::Session& session) {
      return session.value<int>("select count(*) from " + table).value_or(-1);
    });
  }
  /// Why it is refused; empty where it is not.
  template <class F>
  static std::string refusal(F f) {
    try {
      f();
    } catch (const std::exception& error) {
      return error.what();
    }
    return "";
  }
  static std::string content(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  static void write(const std::string& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
  }
  static void run(const std::string& file, const char* sql) {
    sqlite3* open = nullptr;
    ASSERT_EQ(SQLITE_OK, sqlite3_open(file.c_str(), &open));
    EXPECT_EQ(SQLITE_OK, sqlite3_exec(open, sql, nullptr, nullptr, nullptr))
        << sqlite3_errmsg(open);
    sqlite3_close(open);
  }
};

TEST_P(Backups, TwentyTakenUnderLoadHoldWhatWasAnsweredBeforeAndAreRestored) {
  const auto made = plan();
  std::atomic<int> answered = 0;
  std::atomic<bool> done = false;
  std::vector<std::jthread> writers;
  for (int i = 0; i < 3; ++i)
    writers.emplace_back([&] {
      auto jonases = browser(jonas);
      while (!done) {
        const auto answer = jonases.post("/api/v1/key-results/" + made.key_result + "/check-ins",
                                         R"({"value":1,"effectiveOn":")" + date(0) + "\"}");
        if (answer.status == 201) ++answered;
      }
    });
  std::vector<std::pair<int, std::string>> copies;
  for (int i = 0; i < 20; ++i) {
    const int before = answered;
    copies.emplace_back(before, backup(std::to_string(i) + ".db").file);
  }
  done = true;
  writers.clear();
  ASSERT_LT(20, answered);
  int last = 0;
  for (const auto& [before, copy] : copies) {
    const auto to = elsewhere(fs::path(copy).stem().string());
    EXPECT_EQ("", restored(copy, to)) << "nothing was there";
    const int has = count(to, "check_in");
    EXPECT_LE(before, has);
    EXPECT_LE(last, has);
    last = has;
  }
  EXPECT_LE(last, answered);
}

TEST_P(Backups, CopyIsOneFileForItsUserOnlyWithItsSumBeside) {
  const auto made = backup();
  EXPECT_EQ(fs::perms::owner_read | fs::perms::owner_write, fs::status(made.file).permissions());
  EXPECT_EQ(made.sha256 + "  one.db\n", content(made.file + ".sha256"));
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder()))
    names.insert(entry.path().filename().string());
  EXPECT_EQ((std::set<std::string>{"one.db", "one.db.sha256"}), names);
  EXPECT_EQ(store::migrations().back().number, made.step);
}

TEST_P(Backups, SecondOneAtTheSameTimeIsRefusedAndNothingIsOverwritten) {
  backup();
  EXPECT_NE(std::string::npos, refusal([&] { backup(); }).find("is there already"));
  const store::FileLock other(database_.location, store::FileLock::What::copied);
  EXPECT_NE(std::string::npos, refusal([&] { backup("two.db"); }).find("being backed up already"));
  EXPECT_FALSE(fs::exists(file("two.db")));
}

TEST_P(Backups, RestoreIsRefusedWhileTaktRuns) {
  backup();
  const auto why = refusal([&] { restored(file("one.db"), database_.location); });
  EXPECT_NE(std::string::npos, why.find("in use: stop Takt first")) << why;
  EXPECT_EQ(200, browser(katrin).get("/api/v1/session").status);
}

TEST_P(Backups, RestoreIsRefusedWhileAnotherProgramHasTheDatabaseOpen) {
  backup();
  const auto there = elsewhere();
  restored(file("one.db"), there);
  {
    store::Session somebodys(there);  // no server, which would hold the lock
    somebodys.run("begin immediate");
    const auto why = refusal([&] { restored(file("one.db"), there); });
    EXPECT_NE(std::string::npos, why.find("is open in another program")) << why;
  }
  EXPECT_NE("", restored(file("one.db"), there));
}

TEST_P(Backups, RestoredOverAnotherTakesItsLogAwayAndKeepsItBeside) {
  plan();
  backup();
  plan();
  // What is there now: a database whose newest writes are in its log alone.
  const auto there = elsewhere();
  fs::create_directories(fs::path(there).parent_path());
  for (const char* ending : {"", "-wal", "-shm"})
    fs::copy_file(database_.location + ending, there + ending);
  ASSERT_LT(0u, fs::file_size(there + "-wal"));
  const auto aside = restored(file("one.db"), there);
  EXPECT_EQ(there + ".before-20261124T090000Z", aside);
  EXPECT_EQ(1, count(there, "cycle")) << "the moment of the backup, nothing of the other's log";
  EXPECT_EQ(2, count(aside, "cycle")) << "whole, with what stood in its log alone";
}

TEST_P(Backups, BrokenOnesAreRefusedBeforeAnythingIsTouched) {
  plan();
  const auto whole = content(backup().file);
  const auto there = elsewhere();
  restored(file("one.db"), there);
  const auto before = content(there);
  const auto refused = [&](const std::string& name, const std::string& with) {
    write(file(name), with);
    EXPECT_NE("", refusal([&] { store::check_backup(file(name), there); })) << name;
    const auto why = refusal([&] { restored(file(name), there); });
    EXPECT_EQ(before, content(there)) << name;
    EXPECT_FALSE(fs::exists(there + ".restoring")) << name;
    return why;
  };
  EXPECT_NE("", refused("short.db", whole.substr(0, whole.size() - 1)));
  EXPECT_NE("", refused("half.db", whole.substr(0, whole.size() / 2)));
  EXPECT_NE("", refused("text.db", "no database"));
  EXPECT_NE("", refused("empty.db", ""));
  auto bent = whole;
  for (std::size_t at = 4096 * 3; at < 4096 * 4; ++at) bent[at] = 'x';
  EXPECT_NE("", refused("bent.db", bent));
  // A single letter that SQLite can't notice, which the sum beside it tells, and the chain, too.
  auto letter = whole;
  const auto at = letter.find("Lieferanteil 40 auf 50 %");
  ASSERT_NE(std::string::npos, at);
  for (auto found = at; found != std::string::npos;
       found = letter.find("Lieferanteil 40", found + 1))
    letter[found] = 'l';
  write(file("sum.db.sha256"), content(file("one.db.sha256")));
  EXPECT_NE(std::string::npos, refused("sum.db", letter).find("SHA-256"));
  EXPECT_NE(std::string::npos, refused("letter.db", letter).find("change log is damaged"));
  write(file("sum.db.sha256"), "");
  EXPECT_NE(std::string::npos, refused("sum.db", whole).find("can't be read"));
  write(file("lacks.db"), whole);
  run(file("lacks.db"), "drop table session");
  EXPECT_NE(std::string::npos,
            refused("lacks.db", content(file("lacks.db"))).find("lacks the table \"session\""));
  write(file("odd.db"), "");
  run(file("odd.db"), "create table schema_version (number text)");
  run(file("odd.db"), "insert into schema_version values ('99999999999999999999')");
  EXPECT_NE(std::string::npos,
            refused("odd.db", content(file("odd.db"))).find("no database of Takt"));
  write(file("newer.db"), whole);
  run(file("newer.db"), "insert into schema_version (number, name) values (9999, 'of later')");
  EXPECT_NE(std::string::npos,
            refused("newer.db", content(file("newer.db"))).find("take a newer Takt"));
  write(file("other.db"), "");
  run(file("other.db"), "create table recipe (name text)");
  EXPECT_NE(std::string::npos,
            refused("other.db", content(file("other.db"))).find("no database of Takt"));
}

TEST_P(Backups, LogWithoutItsDatabaseIsNoPartOfTheRestoredOneAndNoNewBeginning) {
  backup();
  plan();
  const auto there = elsewhere();
  fs::create_directories(fs::path(there).parent_path());
  // Somebody removed the database of a Takt that was killed, and left its log.
  fs::copy_file(database_.location + "-wal", there + "-wal");
  EXPECT_NE(std::string::npos,
            refusal([&] { store::Database open(there, 1); }).find("put the two together again"));
  EXPECT_FALSE(fs::exists(there));
  const auto aside = restored(file("one.db"), there);
  EXPECT_EQ(0, count(there, "cycle"));
  EXPECT_TRUE(fs::exists(aside + "-wal"));
}

TEST_P(Backups, CopyComesWithTheLogBesideIt) {
  plan();
  fs::copy_file(database_.location, file("by-hand.db"));
  fs::copy_file(database_.location + "-wal", file("by-hand.db-wal"));
  ASSERT_LT(0u, fs::file_size(file("by-hand.db-wal")));
  store::check_backup(file("by-hand.db"), elsewhere("nowhere"));
  restored(file("by-hand.db"), elsewhere());
  EXPECT_EQ(1, count(elsewhere(), "cycle"));
  EXPECT_TRUE(fs::exists(file("by-hand.db-wal"))) << "where it came from, nothing is touched";
}

TEST_P(Backups, DatabaseIsThereAtEveryMomentOfARestore) {
  backup();
  const auto there = elsewhere();
  restored(file("one.db"), there);
  std::atomic<bool> done = false;
  std::atomic<int> missing = 0;
  std::jthread looking([&] {
    while (!done) missing += fs::exists(there) ? 0 : 1;
  });
  for (int i = 0; i < 20; ++i) {
    // Two within one second have two names.
    const auto aside = restored(file("one.db"), there);
    EXPECT_EQ(there + ".before-20261124T090000Z" + (i ? "-" + std::to_string(i + 1) : ""), aside);
  }
  done = true;
  looking.join();
  EXPECT_EQ(0, missing);
}

/// From now on nobody in this process can make a hard link, as on a file system that has none.
void refuse_hard_links() {
  sock_filter steps[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_linkat, 1, 0),
#ifdef SYS_link
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_link, 0, 1),
#else
      BPF_JUMP(BPF_JMP | BPF_JA, 1, 0, 0),
#endif
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog filter{std::size(steps), steps};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
    _exit(126);
}

TEST_P(Backups, DatabaseIsThereAtEveryMomentOfARestoreWithoutHardLinks) {
  plan();
  backup();
  const auto there = elsewhere();
  restored(file("one.db"), there);
  run(there, "update cycle set name = 'Vorher'");
  std::atomic<bool> done = false;
  std::atomic<int> missing = 0;
  std::jthread looking([&] {
    while (!done) missing += fs::exists(there) ? 0 : 1;
  });
  const auto child = fork();
  if (child == 0) {
    forget_variables_of_tests();
    refuse_hard_links();
    execl(TAKT_BINARY, TAKT_BINARY, "restore", file("one.db").c_str(), "--data",
          fs::path(there).parent_path().c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  done = true;
  looking.join();
  EXPECT_EQ(0, status);
  EXPECT_EQ(0, missing);
  std::vector<std::string> aside;
  for (const auto& entry : fs::directory_iterator(fs::path(there).parent_path()))
    if (entry.path().filename().string().starts_with("takt.db.before-"))
      aside.push_back(entry.path().string());
  ASSERT_EQ(1u, aside.size());
  EXPECT_EQ(1u, fs::hard_link_count(aside.front()));
  store::Database database(aside.front(), 1);
  EXPECT_EQ("Vorher", database.peek([](store::Session& session) {
    return session.value<std::string>("select name from cycle").value_or("");
  }));
}

TEST_P(Backups, FoldersThatARestoreMakesAreForTheirUserOnly) {
  backup();
  restored(file("one.db"), elsewhere("far/away"));
  for (const char* made : {"far", "far/away"})
    EXPECT_EQ(fs::perms::owner_all, fs::status(file(made)).permissions()) << made;
}

TEST_P(Backups, NamesThatMeanSomethingElsewhereAreNames) {
  for (const std::string name : {"a#b.db", "100%41.db", "q?mode=memory.db", "ö ü's.db"}) {
    EXPECT_EQ(file(name), backup(name).file);
    store::check_backup(file(name), elsewhere());
  }
  EXPECT_NE("", refusal([&] { backup("a\"b.db"); }));
  EXPECT_NE("", refusal([&] { store::back_up(file("nothing.db"), file("x.db")); }));
  EXPECT_FALSE(fs::exists(file("nothing.db.lock")));
}

TEST_P(Backups, SumIsNeverWrittenOverSomethingElse) {
  write(file("mine"), "mine");
  fs::create_symlink(file("mine"), file("one.db.sha256"));
  EXPECT_NE(std::string::npos, refusal([&] { backup(); }).find("is there already"));
  EXPECT_EQ("mine", content(file("mine")));
}

TEST_P(Backups, WhatDoesNotStartGoesBack) {
  plan();
  backup();
  const auto there = elsewhere();
  restored(file("one.db"), there);
  run(there, "update cycle set name = 'Bleibt'");
  const auto why = refusal([&] {
    store::restore(file("one.db"), there, {now_.load()},
                   [] { throw std::runtime_error("no such port"); });
  });
  EXPECT_NE(std::string::npos, why.find("does not start (no such port)")) << why;
  store::Database database(there, 1);
  EXPECT_EQ("Bleibt", database.peek([](store::Session& session) {
    return session.value<std::string>("select name from cycle").value_or("");
  }));
}

TEST_P(Backups, WhatCantBeWrittenLeavesNothing) {
  const auto why = refusal([&] { backup("none/one.db"); });
  EXPECT_NE("", why);
  EXPECT_TRUE(fs::is_empty(folder()));
}

INSTANTIATE_TEST_SUITE_P(On, Backups, testing::Values("SQLite"),
                         [](const auto& of) { return of.param; });

}  // namespace
}  // namespace takt::tests
