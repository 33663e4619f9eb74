#include "command/mail.hpp"

#include <arpa/inet.h>
#include <sodium.h>
#include <sys/socket.h>

#include "domain/text.hpp"
#include "outbound/mailer.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

/// A mail server that takes one mail a connection and keeps what it was told. It takes its time:
/// what `meanwhile` does happens before a mail is taken.
class MailServer {
 public:
  explicit MailServer(std::function<void()> meanwhile = [] {}) : meanwhile_(std::move(meanwhile)) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address);
    listen(listener_, 8);
    socklen_t size = sizeof address;
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port = ntohs(address.sin_port);
    serving_ = std::jthread([this] { serve(); });
  }
  ~MailServer() {
    shutdown(listener_, SHUT_RDWR);
    close(listener_);
  }
  std::string heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }
  int port = 0;

 private:
  void serve() {
    for (;;) {
      const int client = accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      talk(client);
      close(client);
    }
  }
  void talk(int client) {
    const auto say = [&](const std::string& line) {
      return send(client, line.data(), line.size(), MSG_NOSIGNAL) > 0;
    };
    say("220 here\r\n");
    std::string buffered;
    bool data = false;
    char chunk[4096];
    for (ssize_t n; (n = recv(client, chunk, sizeof chunk, 0)) > 0;) {
      buffered.append(chunk, static_cast<std::size_t>(n));
      for (std::size_t end; (end = buffered.find("\r\n")) != buffered.npos;) {
        const auto line = buffered.substr(0, end);
        buffered.erase(0, end + 2);
        {
          const std::lock_guard lock(mutex_);
          heard_ += line + "\n";
        }
        if (data) {
          if (line != ".") continue;
          data = false;
          meanwhile_();
          say("250 taken\r\n");
        } else if (line == "DATA") {
          data = true;
          say("354 go on\r\n");
        } else if (line.starts_with("EHLO")) {
          say("250-here\r\n250 AUTH PLAIN LOGIN\r\n");
        } else if (line == "QUIT") {
          say("221 bye\r\n");
          return;
        } else {
          say("250 yes\r\n");
        }
      }
    }
  }
  std::function<void()> meanwhile_;
  int listener_ = -1;
  std::mutex mutex_;
  std::string heard_;
  std::jthread serving_;
};

class Mails : public OnBothDatabases {
 protected:
  /// A closed meeting with minutes.
  std::string meeting() {
    const auto id = account();
    auto katrins = browser(katrin);
    const auto made = katrins.post("/api/v1/accounts/" + id + "/meetings",
                                   R"({"plannedAt":"2026-11-24T09:00:00.000Z"})");
    const auto path = "/api/v1/meetings/" + made.id();
    for (const char* command : {"start", "close"})
      katrins.post(path + "/steer", R"({"command":")" + std::string(command) + "\"}");
    return path;
  }
  std::vector<store::Mail> waiting() {
    return app->context().database.peek([&](store::Session& session) {
      return store::due_mails(session, command::kMailTries,
                              {domain::Instant{now_.load()}.time + std::chrono::hours{96}});
    });
  }
};

TEST_P(Mails, MinutesReachEverybodyInvited) {
  MailServer server;
  app->context().has_mail = true;
  const auto path = meeting();
  const auto sent = browser(katrin).post(path + "/mail");
  ASSERT_EQ(200, sent.status) << sent.text;
  EXPECT_EQ(2, sent.body.at("recipients").as_int64());
  const outbound::MailSettings settings{"smtp://127.0.0.1:" + std::to_string(server.port), "", "",
                                        "takt@brandt.example"};
  EXPECT_EQ(2, outbound::send_due(app->context(), settings));
  EXPECT_EQ(0, outbound::send_due(app->context(), settings));
  EXPECT_NE(std::string::npos, server.heard().find("MAIL FROM:<takt@brandt.example>"));
  EXPECT_NE(std::string::npos, server.heard().find("Content-Transfer-Encoding: base64"));
  let_pass(std::chrono::hours{24});
  EXPECT_EQ(0, outbound::send_due(app->context(), settings));
}

TEST_P(Mails, AreTriedAgainWhenTheServerWasAway) {
  app->context().has_mail = true;
  browser(katrin).post(meeting() + "/mail");
  const outbound::MailSettings nowhere{"smtp://127.0.0.1:1", "", "", "takt@brandt.example"};
  EXPECT_EQ(2, outbound::send_due(app->context(), nowhere));
  EXPECT_EQ(0, outbound::send_due(app->context(), nowhere));
  let_pass(std::chrono::minutes{2});
  MailServer server;
  const outbound::MailSettings back{"smtp://127.0.0.1:" + std::to_string(server.port), "", "",
                                    "takt@brandt.example"};
  EXPECT_EQ(2, outbound::send_due(app->context(), back));
  EXPECT_NE(std::string::npos, server.heard().find("RCPT TO:"));
}

TEST_P(Mails, AreSentOnceByTwoServersBehindASlowMailServer) {
  app->context().has_mail = true;
  const auto path = meeting();
  const auto account = std::string(browser(katrin).get(path).body.at("account").as_string());
  EXPECT_EQ(201, browser(katrin)
                     .post("/api/v1/accounts/" + account + "/team-members",
                           R"({"user":")" + add_user("Meike Oltmann", "member").id + "\"}")
                     .status);
  EXPECT_EQ(3, browser(katrin).post(path + "/mail").body.at("recipients").as_int64());
  const auto behind = [](const MailServer& server) {
    return outbound::MailSettings{"smtp://127.0.0.1:" + std::to_string(server.port), "", "",
                                  "takt@brandt.example"};
  };
  MailServer quick;
  int taken = 0;
  int twice = 0;
  {
    MailServer slow([&] {
      let_pass(std::chrono::seconds{25});
      // The second server looks while the first one still sends its last mail.
      if (++taken == 3) twice = outbound::send_due(app->context(), behind(quick));
    });
    EXPECT_EQ(3, outbound::send_due(app->context(), behind(slow)));
  }
  EXPECT_EQ(3, taken);
  EXPECT_EQ(0, twice);
  EXPECT_EQ("", quick.heard());
}

TEST_P(Mails, OfTheSameMinutesGoToEachPersonOnceOfChangedOnesAfterFiveMinutes) {
  app->context().has_mail = true;
  const auto path = meeting();
  auto katrins = browser(katrin);
  const auto mailed = [&] { return katrins.post(path + "/mail"); };
  EXPECT_EQ(200, mailed().status);
  const auto again = browser(jonas).post(path + "/mail");
  EXPECT_EQ(409, again.status);
  EXPECT_EQ("mailed_already", again.code());
  EXPECT_NE(std::string::npos, again.text.find("2026-11-24T09:00:00.000Z by Katrin Vogt"))
      << again.text;
  const auto shown = katrins.get(path + "/room").body.at("mailed");
  EXPECT_EQ("2026-11-24T09:00:00.000Z", shown.at("at").as_string());
  EXPECT_EQ(katrin.id, shown.at("by").as_string());
  const auto edit = [&](const std::string& text) {
    const auto version = katrins.get(path).version();
    EXPECT_EQ(200, katrins.patch(path, R"({"minutes":")" + text + "\"}", version).status);
  };
  edit("Berichtigt");
  EXPECT_TRUE(katrins.get(path + "/room").body.at("mailed").is_null());
  const auto soon = mailed();
  EXPECT_EQ("just_mailed", soon.code());
  EXPECT_EQ("300", soon.headers.find("Retry-After")->second);
  let_pass(std::chrono::minutes{5});
  EXPECT_EQ(200, mailed().status);
  let_pass(std::chrono::hours{24});
  EXPECT_EQ("mailed_already", mailed().code());
  edit("Noch einmal berichtigt");
  let_pass(-std::chrono::hours{48});
  EXPECT_EQ(200, mailed().status) << "a clock that was set back bars nobody";
  EXPECT_EQ(6u, waiting().size());
}

TEST_P(Mails, OfMinutesGoToWhoeverIsInvitedLater) {
  app->context().has_mail = true;
  const auto path = meeting();
  auto katrins = browser(katrin);
  EXPECT_EQ(2, katrins.post(path + "/mail").body.at("recipients").as_int64());
  const auto account = std::string(katrins.get(path).body.at("account").as_string());
  EXPECT_EQ(201, katrins
                     .post("/api/v1/accounts/" + account + "/team-members",
                           R"({"user":")" + add_user("Meike Oltmann", "member").id + "\"}")
                     .status);
  EXPECT_EQ(1, katrins.post(path + "/mail").body.at("recipients").as_int64());
  EXPECT_EQ(409, katrins.post(path + "/mail").status);
}

TEST_P(Mails, OfTheSameMinutesGoOutOnceWhenTwoPressAtOnce) {
  app->context().has_mail = true;
  const auto path = meeting();
  std::vector<int> statuses(2);
  {
    std::vector<std::jthread> both;
    for (const std::size_t i : {0u, 1u})
      both.emplace_back(
          [&, i] { statuses[i] = browser(i == 0 ? katrin : jonas).post(path + "/mail").status; });
  }
  std::ranges::sort(statuses);
  EXPECT_EQ((std::vector{200, 409}), statuses);
  EXPECT_EQ(2u, waiting().size());
}

TEST_P(Mails, OfMinutesSpeakTheirReadersLanguageUntilSomebodyEditsThem) {
  app->context().has_mail = true;
  ASSERT_EQ(200,
            browser(admin).patch("/api/v1/users/" + jonas.id, R"({"language":"en"})", "1").status);
  const auto path = meeting();
  ASSERT_EQ(200, browser(katrin).post(path + "/mail").status);
  const auto users = browser(admin).get("/api/v1/users");
  const auto of = [&](const Person& person) {
    std::string recipient;
    for (const auto& user : users.body.as_array())
      if (user.at("id").as_string() == person.id) recipient = user.at("email").as_string();
    for (const auto& mail : waiting())
      if (mail.recipient == recipient) return mail;
    return store::Mail{};
  };
  const auto english = of(jonas);
  EXPECT_EQ("Teutonia · Check-in meeting · 24/11/2026", english.subject);
  EXPECT_NE(std::string::npos, english.text.find("Teutonia · Check-in meeting · 24/11/2026\n"));
  EXPECT_NE(std::string::npos, english.text.find("\nPresent")) << english.text;
  const auto german = of(katrin);
  EXPECT_EQ("Teutonia · Check-in-Meeting · 24.11.2026", german.subject);
  EXPECT_NE(std::string::npos, german.text.find("Teutonia · Check-in-Meeting · 24.11.2026\n"));
  EXPECT_NE(std::string::npos, german.text.find("\nAnwesend")) << german.text;
  const auto version = browser(katrin).get(path).version();
  ASSERT_EQ(200, browser(katrin).patch(path, R"({"minutes":"Von Hand"})", version).status);
  let_pass(std::chrono::minutes{5});
  ASSERT_EQ(200, browser(katrin).post(path + "/mail").status);
  int by_hand = 0;
  for (const auto& mail : waiting()) by_hand += mail.text == "Von Hand";
  EXPECT_EQ(2, by_hand);
}

TEST_P(Mails, PasswordIsNeverSentWithoutTls) {
  MailServer server;
  app->context().has_mail = true;
  browser(katrin).post(meeting() + "/mail");
  const outbound::MailSettings settings{"smtp://127.0.0.1:" + std::to_string(server.port), "takt",
                                        "geheim", "takt@brandt.example"};
  EXPECT_EQ(2, outbound::send_due(app->context(), settings));
  EXPECT_NE(std::string::npos, server.heard().find("EHLO"));
  EXPECT_EQ(std::string::npos, server.heard().find("AUTH")) << server.heard();
  EXPECT_EQ(std::string::npos, server.heard().find("RCPT"));
}

TEST_P(Mails, AddressWithLinesOfItsOwnReachesNoServer) {
  MailServer server;
  const outbound::MailSettings settings{"smtp://127.0.0.1:" + std::to_string(server.port), "", "",
                                        "takt@brandt.example"};
  command::Mail mail;
  mail.recipient = "a@b.de\rbcc:evil@evil.de";
  EXPECT_THROW(outbound::send_mail(settings, mail), std::runtime_error);
  EXPECT_EQ("", server.heard());
}

TEST_P(Mails, LongSubjectComesInWordsOfWholeCharacters) {
  MailServer server;
  const outbound::MailSettings settings{"smtp://127.0.0.1:" + std::to_string(server.port), "", "",
                                        "takt@brandt.example"};
  command::Mail mail;
  mail.recipient = "katrin@brandt.example";
  for (int i = 0; i < 60; ++i) mail.subject += i % 7 ? "ü" : "a🦊";
  outbound::send_mail(settings, mail);
  const auto heard = server.heard();
  auto at = heard.find("Subject: ");
  ASSERT_NE(std::string::npos, at);
  at += 9;
  std::string arrived;
  int words = 0;
  for (bool more = true; more; ++words) {
    const auto line = heard.substr(at, heard.find('\n', at) - at);
    ASSERT_TRUE(line.starts_with("=?UTF-8?B?") && line.ends_with("?=")) << line;
    EXPECT_LE(line.size(), 75u);
    const auto base64 = line.substr(10, line.size() - 12);
    std::string word(base64.size(), '\0');
    std::size_t size = 0;
    ASSERT_EQ(0, sodium_base642bin(reinterpret_cast<unsigned char*>(word.data()), word.size(),
                                   base64.data(), base64.size(), nullptr, &size, nullptr,
                                   sodium_base64_VARIANT_ORIGINAL));
    word.resize(size);
    EXPECT_TRUE(domain::is_utf8(word)) << line;
    arrived += word;
    at += line.size() + 1;
    more = heard[at] == ' ';
    at += more;
  }
  EXPECT_EQ(mail.subject, arrived);
  EXPECT_LT(1, words);
}

TEST_P(Mails, WaitForNoMuteServerWhenAskedToStop) {
  // Listens and says nothing.
  const int mute = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(mute, reinterpret_cast<sockaddr*>(&address), size);
  listen(mute, 8);
  const timeval patience{10, 0};
  setsockopt(mute, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  getsockname(mute, reinterpret_cast<sockaddr*>(&address), &size);
  app->context().has_mail = true;
  browser(katrin).post(meeting() + "/mail");
  const outbound::MailSettings settings{
      "smtp://127.0.0.1:" + std::to_string(ntohs(address.sin_port)), "", "", "takt@brandt.example"};
  std::stop_source stop;
  const auto begun = std::chrono::steady_clock::now();
  std::jthread stopping([&] {
    const int client = accept(mute, nullptr, nullptr);
    stop.request_stop();
    char byte;
    while (recv(client, &byte, 1, 0) > 0) {
    }
    close(client);
  });
  EXPECT_EQ(1, outbound::send_due(app->context(), settings, stop.get_token()));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{10});
  stopping.join();
  close(mute);
}

TEST_P(Mails, WithoutAMailServerSayingSoIsAllThatHappens) {
  EXPECT_EQ("no_mail", browser(katrin).post(meeting() + "/mail").code());
}

TAKT_ON_BOTH_DATABASES(Mails);

}  // namespace
}  // namespace takt::tests
