// One page that many want at once.

#include "page/page_cache.hpp"

#include <latch>

#include "server.hpp"

namespace takt::tests {
namespace {

using namespace std::chrono_literals;

struct Shown {
  long long revision = 0;
};
BOOST_DESCRIBE_STRUCT(Shown, (), (revision))

class PagesInCommon : public OnBothDatabases {
 protected:
  void SetUp() override {
    id = {account()};
    reader.user = {head.id};
    reader.role = domain::OrganisationRole::head;
  }
  template <class Build>
  std::string read(Build build) {
    return *pages.page(app->context(), reader, id, "page", build).json;
  }
  long long now() { return revision(id.text); }
  void write() {
    EXPECT_EQ(201, browser(katrin)
                       .post("/api/v1/accounts/" + id.text + "/signals", R"({"title":"Neu"})")
                       .status);
  }

  page::PageCache pages;
  domain::Id id;
  access::Caller reader;
};

TEST_P(PagesInCommon, AreBuiltOnceForAllWhoWantThemAtOnce) {
  std::atomic<int> built = 0;
  std::latch all(6);
  std::vector<std::jthread> readers;
  for (int i = 0; i < 6; ++i)
    readers.emplace_back([&] {
      all.arrive_and_wait();
      EXPECT_EQ(mapping::to_json(Shown{now()}), read([&] {
                  ++built;
                  std::this_thread::sleep_for(300ms);
                  return Shown{now()};
                }));
    });
  readers.clear();
  EXPECT_EQ(1, built);
}

TEST_P(PagesInCommon, AreNoOlderThanWhatTheirReaderCameFor) {
  std::latch begun(1), written(1);
  std::jthread first([&] {
    read([&] {
      const Shown old{now()};
      begun.count_down();
      written.wait();
      std::this_thread::sleep_for(200ms);  // the second reader waits by then
      return old;
    });
  });
  begun.wait();
  write();
  const auto wanted = now();
  written.count_down();
  EXPECT_EQ(mapping::to_json(Shown{wanted}), read([&] { return Shown{now()}; }));
}

TEST_P(PagesInCommon, AreAskedForAnewAfterOneCouldNotBeBuilt) {
  std::latch begun(1);
  std::jthread first([&] {
    EXPECT_THROW(read([&]() -> Shown {
                   begun.count_down();
                   std::this_thread::sleep_for(1s);
                   throw domain::Problem::not_found();
                 }),
                 domain::Problem);
  });
  begun.wait();
  EXPECT_THROW(read([&] { return Shown{now()}; }), domain::Problem) << "waits for the first";
  first.join();
  EXPECT_EQ(mapping::to_json(Shown{now()}), read([&] { return Shown{now()}; }));
}

TAKT_ON_BOTH_DATABASES(PagesInCommon);

}  // namespace
}  // namespace takt::tests
