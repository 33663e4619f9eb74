#include "server.hpp"
#include "store/change_log.hpp"

namespace takt::tests {
namespace {

class SlideTemplate : public OnBothDatabases {
 protected:
  static constexpr const char* kPath = "/api/v1/organisation/slide-template";
  /// Begins as each zip archive does, with bytes that no text has.
  static std::string file(const std::string& rest = "deck") {
    return std::string("PK\x03\x04\0\xff", 6) + rest;
  }
  Answer keep(const Person& person, const std::string& bytes, const std::string& version,
              const std::string& name = "Brandt%20Master.pptx") {
    auto session = browser(person);
    const auto result =
        session.client().Put(std::string(kPath) + "?name=" + name, session.headers(version), bytes,
                             "application/vnd.openxmlformats-officedocument.presentationml"
                             ".presentation");
    json::error_code ignored;
    return {result->status, json::parse(result->body, ignored), result->body, result->headers};
  }
  Answer fetch(const Person& person, const std::string& etag = "") {
    auto session = browser(person);
    auto headers = session.headers();
    if (!etag.empty()) headers.emplace("If-None-Match", etag);
    const auto result = session.client().Get(std::string(kPath) + "/file", headers);
    return {result->status, {}, result->body, result->headers};
  }
  std::string version() {
    return std::to_string(browser(katrin).get(kPath).body.at("version").as_int64());
  }
};

TEST_P(SlideTemplate, IsThereForEverybodyAsItWasBrought) {
  const auto none = browser(katrin).get(kPath);
  EXPECT_EQ(200, none.status) << none.text;
  EXPECT_TRUE(none.body.at("kept").is_null());
  EXPECT_EQ(404, fetch(katrin).status);
  const auto bytes = file(std::string(2'000'000, '\x07'));
  const auto kept = keep(head, bytes, "0");
  ASSERT_EQ(200, kept.status) << kept.text;
  const auto own = browser(jonas).get(kPath).body.at("kept");
  EXPECT_EQ("Brandt Master.pptx", own.at("name").as_string());
  EXPECT_EQ(head.id, own.at("storedBy").as_string());
  EXPECT_EQ("2026-11-24T09:00:00.000Z", own.at("storedAt").as_string());
  EXPECT_EQ(static_cast<std::int64_t>(bytes.size()), own.at("bytes").as_int64());
  const auto got = fetch(jonas);
  EXPECT_EQ(200, got.status);
  EXPECT_TRUE(bytes == got.text);
  const auto etag = got.headers.find("ETag")->second;
  EXPECT_EQ('"' + std::string(own.at("hash").as_string()) + '"', etag);
  const auto again = fetch(jonas, etag);
  EXPECT_EQ(304, again.status);
  EXPECT_EQ("", again.text);
  ASSERT_EQ(200, keep(admin, file("another"), "1").status);
  EXPECT_TRUE(file("another") == fetch(jonas, etag).text);
  EXPECT_EQ(401, browser().get(kPath).status);
  EXPECT_EQ(401, fetch({}).status);
}

TEST_P(SlideTemplate, IsItsLeadersToKeepAndToTakeAway) {
  EXPECT_EQ(403, keep(katrin, file(), "0").status);
  EXPECT_EQ(401, keep({}, file(), "0").status);
  ASSERT_EQ(200, keep(admin, file(), "0").status);
  EXPECT_EQ(403, browser(katrin).remove(kPath, "1").status);
  EXPECT_EQ(200, browser(head).remove(kPath, "1").status);
  EXPECT_TRUE(browser(katrin).get(kPath).body.at("kept").is_null());
  EXPECT_EQ(404, fetch(katrin).status);
  EXPECT_EQ(404, browser(head).remove(kPath, version()).status) << "there is none any more";
  ASSERT_EQ(200, keep(head, file("new"), version()).status);
  EXPECT_TRUE(file("new") == fetch(katrin).text);
}

TEST_P(SlideTemplate, NeverTakesThePlaceOfWhatSomebodyElseBroughtMeanwhile) {
  EXPECT_EQ(428, keep(head, file(), "").status);
  ASSERT_EQ(200, keep(head, file("first"), "0").status);
  const auto stale = keep(admin, file("second"), "0");
  EXPECT_EQ(412, stale.status);
  EXPECT_EQ("Brandt Master.pptx", stale.body.at("current").at("kept").at("name").as_string());
  EXPECT_EQ(412, browser(admin).remove(kPath, "0").status);
  EXPECT_TRUE(file("first") == fetch(katrin).text);
  ASSERT_EQ(200, browser(head).remove(kPath, "1").status);
  EXPECT_EQ(412, keep(admin, file("second"), "1").status) << "it was taken away";
}

TEST_P(SlideTemplate, IsAPresentationOfAtMostEightMegabytesWithANameOfOneLine) {
  const auto largest = file(std::string(8'000'000 - file().size() + 4, 'x'));
  EXPECT_EQ("template_too_large", keep(head, largest + "x", "0").code());
  for (const auto& bytes : {std::string("PK\x05\x06 empty"), std::string("%PDF-1.7"),
                            std::string("PK"), std::string()}) {
    const auto refused = keep(head, bytes, "0");
    EXPECT_EQ(415, refused.status) << refused.text;
    EXPECT_EQ("not_a_presentation", refused.code());
  }
  const auto name = [&](const std::string& as) {
    const auto refused = keep(head, file(), "0", as);
    EXPECT_EQ(422, refused.status) << refused.text;
    EXPECT_EQ("/name", refused.body.at("errors").at(0).at("pointer").as_string());
    return std::string(refused.body.at("errors").at(0).at("code").as_string());
  };
  EXPECT_EQ("required", name(""));
  EXPECT_EQ("line_break", name("Brandt%0AMaster.pptx"));
  EXPECT_EQ("too_long", name(std::string(201, 'x')));
  EXPECT_TRUE(browser(head).get(kPath).body.at("kept").is_null());
  EXPECT_EQ(200, keep(head, largest, "0").status);
  EXPECT_TRUE(largest == fetch(katrin).text);
}

TEST_P(SlideTemplate, IsRecordedByItsNameAndHashWithoutItsBytes) {
  ASSERT_EQ(200, keep(head, file(), "0").status);
  ASSERT_EQ(200, keep(admin, file("another"), "1", "Neu.pptx").status);
  ASSERT_EQ(200, browser(admin).remove(kPath, "2").status);
  const auto hash = access::token_hash(file("another"));
  const auto log = browser(admin).get("/api/v1/organisation/activity?term=slide_template");
  const auto& changes = log.body.at("changes");
  ASSERT_EQ(3U, changes.as_array().size()) << log.text;
  EXPECT_EQ("archived", changes.at(0).at("action").as_string());
  EXPECT_EQ("Neu.pptx", changes.at(0).at("title").as_string());
  EXPECT_EQ("changed", changes.at(1).at("action").as_string());
  EXPECT_EQ(hash, changes.at(1).at("after").at("hash").as_string());
  EXPECT_EQ("Brandt Master.pptx", changes.at(1).at("before").at("name").as_string());
  EXPECT_EQ("created", changes.at(2).at("action").as_string());
  EXPECT_EQ(head.id, changes.at(2).at("byUser").as_string());
  EXPECT_EQ(log.text.npos, log.text.find("content"));
  EXPECT_TRUE(app->context()
                  .database.read([](store::Session& s) { return store::verify_chains(s); })
                  .empty());
}

TAKT_ON_BOTH_DATABASES(SlideTemplate);

}  // namespace
}  // namespace takt::tests
