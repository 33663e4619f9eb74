// What comes into the log, whatever somebody sends.

#include "cli/log.hpp"

#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <boost/json.hpp>
#include <sstream>

#include "access/secrets.hpp"
#include "api/api.hpp"

namespace takt::tests {
namespace {

// libspdlog makes its log with the first line, under a lock that the thread sanitizer can't see
// into; `takt` has it before any thread, and so have the tests.
[[maybe_unused]] const auto kLog = spdlog::default_logger();

/// What the log holds after this was said.
std::string logged(cli::LogFormat format, const std::string& said) {
  std::ostringstream out;
  spdlog::logger logger("", std::make_shared<spdlog::sinks::ostream_sink_st>(out));
  logger.set_formatter(cli::log_formatter(format));
  logger.info("{}", said);
  return out.str();
}

const std::string kForged =
    "GET /x\",\"level\":\"critical\",\"y\":\"\\\n[2026-01-01] [critical] "
    "forged\r\x1b[2J\xC2\x85\xE2\x80\xA8\xE2"
    "\x80\xAE\xff\x7f end";

TEST(Log, EntryIsOneLineOfText) {
  const auto line = logged(cli::LogFormat::text, kForged);
  EXPECT_EQ(line.size() - 1, line.find('\n')) << line;
  for (const char c : line.substr(0, line.size() - 1)) {
    EXPECT_FALSE(c >= 0 && c < 0x20) << line;
  }
  EXPECT_EQ(std::string::npos, line.find("\xC2\x85"));
  EXPECT_EQ(std::string::npos, line.find("\xE2\x80"));
  EXPECT_EQ(std::string::npos, line.find('\xff'));
  EXPECT_NE(std::string::npos, line.find("] [info] GET /x")) << line;
}

TEST(Log, EntryIsOneJsonObjectWithThreeMembers) {
  const auto line = logged(cli::LogFormat::json, kForged);
  EXPECT_EQ(line.size() - 1, line.find('\n')) << line;
  const auto entry = boost::json::parse(line).as_object();
  EXPECT_EQ(3u, entry.size()) << line;
  EXPECT_EQ("info", entry.at("level").as_string());
  const std::string_view text = entry.at("text").as_string();
  EXPECT_TRUE(text.starts_with("GET /x\",\"level\":\"critical\",\"y\":\"\\?[2026")) << line;
  EXPECT_TRUE(text.ends_with(" end"));
  EXPECT_EQ("Zürich",
            boost::json::parse(logged(cli::LogFormat::json, "Zürich")).at("text").as_string());
}

TEST(Log, LineWithinARequestNamesItAndItsTrace) {
  const cli::RequestLogged outer("0000002a", "");
  {
    const cli::RequestLogged inner("0000002b", "4bf92f3577b34da6a3ce929d0e0e4736");
    const auto line = logged(cli::LogFormat::text, "GET /x");
    EXPECT_NE(line.npos, line.find("] 0000002b 4bf92f3577b34da6a3ce929d0e0e4736 GET /x")) << line;
    const auto entry = boost::json::parse(logged(cli::LogFormat::json, "GET /x")).as_object();
    EXPECT_EQ("0000002b", entry.at("request").as_string());
    EXPECT_EQ("4bf92f3577b34da6a3ce929d0e0e4736", entry.at("trace").as_string());
    EXPECT_EQ("GET /x", entry.at("text").as_string());
  }
  EXPECT_EQ("0000002a", boost::json::parse(logged(cli::LogFormat::json, "x")).at("request"));
  EXPECT_EQ(4u, boost::json::parse(logged(cli::LogFormat::json, "x")).as_object().size());
}

// The examples of W3C Trace Context, 3.2.2 and 4.3.
TEST(Log, TraceIsReadAsTheRecommendationSays) {
  const std::string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
  const auto with = [&](const std::string& version, const std::string& end = "") {
    return version + "-" + trace + "-00f067aa0ba902b7-01" + end;
  };
  EXPECT_EQ(trace, cli::trace_of(with("00")));
  EXPECT_EQ(trace, cli::trace_of(with("cc", "-what-the-future-will-be-like")));
  EXPECT_EQ(trace, cli::trace_of(with("cc")));
  EXPECT_EQ("", cli::trace_of(with("00", "-what")));
  EXPECT_EQ("", cli::trace_of(with("cc", ".what")));
  EXPECT_EQ("", cli::trace_of(with("ff")));
  EXPECT_EQ("", cli::trace_of(""));
  EXPECT_EQ("", cli::trace_of(with("00").substr(0, 54)));
  EXPECT_EQ("", cli::trace_of("00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01"));
  EXPECT_EQ("", cli::trace_of("00-" + std::string(32, '0') + "-00f067aa0ba902b7-01"));
  EXPECT_EQ("", cli::trace_of("00-" + trace + "-" + std::string(16, '0') + "-01"));
  EXPECT_EQ("", cli::trace_of("00-4bf92f3577b34da6a3ce929d0e0e4736\n00f067aa0ba902b7-01"));
}

TEST(Log, KeepsNoSecretOfAnAddress) {
  EXPECT_EQ("/api/v1/accounts", api::loggable("/api/v1/accounts"));
  EXPECT_EQ("/invitation/…", api::loggable("/invitation/secret"));
  EXPECT_EQ("/api/v1/invitations/…", api::loggable("/api/v1/invitations/secret"));
  EXPECT_EQ("/api/v1/calendar/…", api::loggable("/api/v1/calendar/secret"));
  // What misses its page by a slash or a letter holds the secret all the same.
  EXPECT_EQ("//invitation/…", api::loggable("//invitation/secret"));
  EXPECT_EQ("/Invitation/…", api::loggable("/Invitation/secret"));
  const auto secret = access::random_token();
  EXPECT_EQ("/sharde/…", api::loggable("/sharde/" + secret));
  EXPECT_EQ("/…", api::loggable("/" + secret));
  EXPECT_EQ("/s/…/slides", api::loggable("/s/" + secret + "/slides"));
  const std::string of_entity = "/api/v1/key-results/01a0c822-ec18-72bf-bebf-d7b635e0ed6f/page";
  EXPECT_EQ(of_entity, api::loggable(of_entity));
  const std::string asset = "/assets/a-page-with-a-long-name-of-its-own-Bq3xR7aZ.js";
  EXPECT_EQ(asset, api::loggable(asset));
}

}  // namespace
}  // namespace takt::tests
