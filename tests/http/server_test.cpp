#include "http/server.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <semaphore>
#include <thread>

namespace takt::http {
namespace {

using namespace std::chrono_literals;

/// A connection that sends exactly what it is told to.
class Client {
 public:
  explicit Client(unsigned short port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(socket_, reinterpret_cast<sockaddr*>(&to), sizeof to) != 0)
      throw std::runtime_error("nobody listens");
    const timeval patience{5, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~Client() { close(socket_); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  Client& send(const std::string& text) {
    for (std::size_t sent = 0; sent < text.size();) {
      const auto n = ::send(socket_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (n <= 0) break;
      sent += static_cast<std::size_t>(n);
    }
    return *this;
  }
  /// Reads on until `text` has come; what came until then, all of it where the connection ended.
  std::string until(const std::string& text) {
    std::string out;
    char buffer[4096];
    while (out.find(text) == out.npos) {
      const auto n = recv(socket_, buffer, sizeof buffer, 0);
      if (n < 0) return out + "(nothing for five seconds)";
      if (n == 0) break;
      out.append(buffer, static_cast<std::size_t>(n));
    }
    return out;
  }
  std::string until_closed() { return until("\x01never sent\x01"); }

 private:
  int socket_;
};

class Servers : public testing::Test {
 protected:
  Servers() {
    std::signal(SIGPIPE, SIG_IGN);
    settings.port = 0;
    settings.workers = 2;
    settings.handle = [this](const Request& request) { return handle(request); };
    settings.refuse = [](int status, std::string_view code, std::string_view) {
      Response response;
      response.status = status;
      response.body = std::string(code);
      return response;
    };
    settings.log = [](auto&, auto&, std::size_t, auto) {};
    settings.failed = [this](std::string_view) { ++failures; };
  }
  ~Servers() override { stop(); }

  void start() {
    server = std::make_unique<Server>(settings);
    serving = std::jthread([this] { server->run(); });
  }
  void stop() {
    if (!server) return;
    server->stop();
    if (serving.joinable()) serving.join();
  }
  Response handle(const Request& request) {
    ++handled;
    if (request.path == "/slow") {
      begun.release();
      may_end.acquire();
    }
    if (request.path == "/throws") throw std::runtime_error("thrown by the handler");
    if (request.path == "/throws-anything") throw 42;
    Response response;
    response.body = request.method + " " + request.path + " " + request.body;
    if (request.path == "/header") response.body += std::string(request.header("x-name"));
    if (request.path == "/stream") response.stream = stream;
    return response;
  }

  Settings settings;
  std::unique_ptr<Server> server;
  std::jthread serving;
  std::atomic<int> handled = 0;
  std::atomic<int> failures = 0;
  std::counting_semaphore<> begun{0};
  std::counting_semaphore<> may_end{0};
  std::shared_ptr<Stream> stream = std::make_shared<Stream>();
};

TEST_F(Servers, LetNothingWaitForWhatTakesLong) {
  settings.workers = 1;
  settings.slow_workers = 2;
  settings.takes_long = [](const Request& request) { return request.path == "/slow"; };
  start();
  std::vector<std::unique_ptr<Client>> drawn;
  for (int i = 0; i < 5; ++i) {
    drawn.push_back(std::make_unique<Client>(server->port()));
    drawn.back()->send("GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }
  begun.acquire();
  Client other(server->port());
  other.send("GET /other HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_NE(std::string::npos, other.until("GET /other").find("GET /other"));
  may_end.release(5);
  for (const auto& one : drawn) EXPECT_NE(std::string::npos, one->until_closed().find("GET /slow"));
}

TEST_F(Servers, AnswerWhoeverIsDoneWhileTheNextOnesAreServed) {
  settings.workers = 1;
  start();
  Client first(server->port());
  first.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.acquire();
  std::vector<std::unique_ptr<Client>> waiting;
  for (int i = 0; i < 3; ++i) {
    waiting.push_back(std::make_unique<Client>(server->port()));
    waiting.back()->send("GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }
  while (server->load().waiting < 3) std::this_thread::sleep_for(std::chrono::milliseconds{1});
  may_end.release();
  begun.acquire();  // the next one is served, and goes on
  EXPECT_NE(std::string::npos, first.until("GET /slow").find("GET /slow"));
  may_end.release(3);
  for (const auto& one : waiting)
    EXPECT_NE(std::string::npos, one->until_closed().find("GET /slow"));
}

TEST_F(Servers, AnswerRequestsOfOneConnectionInOrder) {
  start();
  Client client(server->port());
  client.send("GET /one HTTP/1.1\r\nHost: x\r\n\r\nGET /two HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto answers = client.until("GET /two");
  EXPECT_LT(answers.find("GET /one"), answers.find("GET /two")) << answers;
  EXPECT_NE(
      std::string::npos,
      client.send("GET /three HTTP/1.1\r\nHost: x\r\n\r\n").until("GET /three").find("GET /three"));
}

std::string chunked(const std::string& chunks) {
  return "POST /header HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

TEST_F(Servers, OutliveWhatNobodyShouldSend) {
  start();
  const std::string big(65'536, 'x');
  const std::string huge(1'000'000, 'x');
  for (const auto& message : {
           chunked("2\r\n{}\r\n0\r\nX: " + big + "\r\n\r\n"),
           chunked("2\r\n{}\r\n0\r\nX: " + huge + "\r\n\r\n"),
           chunked("2\r\n{}\r\n0\r\n" + big + ": x\r\n\r\n"),
           chunked("2;" + big + "\r\n{}\r\n0\r\n\r\n"),
           chunked("2;name=\"" + huge + "\"\r\n{}\r\n0\r\n\r\n"),
           chunked("2\r\n{}\r\n0;" + huge + "\r\n\r\n"),
       }) {
    Client client(server->port());
    EXPECT_EQ(0u, client.send(message).until_closed().find("HTTP/1.1 431"))
        << message.substr(0, 90);
  }
  EXPECT_EQ(0, handled);
  EXPECT_NE(std::string::npos, Client(server->port())
                                   .send("GET /lives HTTP/1.1\r\nHost: x\r\n\r\n")
                                   .until("GET /lives")
                                   .find("GET /lives"));
}

TEST_F(Servers, TakeNoTrailerForAHeader) {
  start();
  Client client(server->port());
  const auto answer =
      client.send(chunked("2;a=b\r\n{}\r\n0\r\nX-Name: forged\r\n\r\n")).until("{}");
  EXPECT_EQ(0u, answer.find("HTTP/1.1 200")) << answer;
  EXPECT_EQ(std::string::npos, answer.find("forged"));
}

TEST_F(Servers, AnswerFiveHundredWhereTheHandlerThrowsAndGoOn) {
  for (const bool quick : {false, true}) {
    if (quick)
      settings.quick = [](const Request&) -> std::optional<Response> {
        throw std::runtime_error("thrown on the I/O thread");
      };
    start();
    Client client(server->port());
    for (const std::string path : {"/throws", "/throws-anything"})
      EXPECT_EQ(0u, client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                        .until("failed")
                        .find("HTTP/1.1 500"));
    EXPECT_NE(std::string::npos,
              client.send("GET /on HTTP/1.1\r\nHost: x\r\n\r\n").until("GET /on").find("GET /on"));
    stop();
  }
  EXPECT_EQ(2 + 2 + 3, failures);
}

TEST_F(Servers, SayHowLongAnAnswerIsWithoutSendingItToHead) {
  start();
  Client client(server->port());
  const auto head =
      client.send("HEAD /one HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").until_closed();
  EXPECT_NE(std::string::npos, head.find("Content-Length: 10\r\n")) << head;
  EXPECT_TRUE(head.ends_with("\r\n\r\n")) << head;
}

TEST_F(Servers, ReadBodiesSentInChunks) {
  start();
  Client client(server->port());
  client.send("POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
  client.send("2\r\nde\r\n0\r\n\r\n");
  EXPECT_NE(std::string::npos, client.until("abcde").find("POST /p abcde"));
}

TEST_F(Servers, TellWhoeverAsksFirstThatTheBodyMayCome) {
  start();
  Client client(server->port());
  client.send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_TRUE(client.until("\r\n\r\n").starts_with("HTTP/1.1 100 "));
  EXPECT_NE(std::string::npos, client.send("abcde").until("abcde").find("POST /p abcde"));
}

TEST_F(Servers, ReadAWholeAddressAsTheWayFromItsHost) {
  start();
  for (const std::string target : {"http://x/one?a", "HTTPS://other.example:81/one", "/one"}) {
    Client client(server->port());
    const auto answer =
        client.send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
            .until_closed();
    EXPECT_TRUE(answer.ends_with("\r\n\r\nGET /one ")) << target << answer;
  }
  Client client(server->port());
  EXPECT_TRUE(client.send("GET http://x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                  .until_closed()
                  .ends_with("\r\n\r\nGET / "));
}

TEST_F(Servers, RefusePathsWithAPercentSignThatNoTwoDigitsFollow) {
  start();
  const auto asked = [&](const std::string& target) {
    return Client(server->port())
        .send("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        .until_closed();
  };
  for (const char* broken : {"/%", "/a%zz/b", "/50%", "/a%4", "/%4/b", "/%%41", "/%C3%9",
                             "http://x/%zz", "/%zz?a=%41", "/%?a"}) {
    const auto answer = asked(broken);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << broken << answer;
    EXPECT_TRUE(answer.ends_with("broken_text")) << broken << answer;
  }
  EXPECT_EQ(0, handled);
  EXPECT_TRUE(asked("/a%41%7A%c3%a4%25").ends_with("GET /aAz\u00e4% "));
  EXPECT_TRUE(asked("/one?a=%zz").ends_with("GET /one ")) << "of the query the handler judges";
}

TEST_F(Servers, NeedNoHostFromOldClients) {
  start();
  Client client(server->port());
  const auto answer = client.send("GET /one HTTP/1.0\r\n\r\n").until_closed();
  EXPECT_NE(std::string::npos, answer.find("GET /one")) << answer;
}

TEST_F(Servers, RefuseExpectationsThatTheyDoNotKnowBeforeTheBody) {
  start();
  Client client(server->port());
  const auto answer =
      client.send("POST /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 200-maybe\r\n\r\n")
          .until_closed();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 417 ")) << answer;
  EXPECT_EQ(0, handled);
}

TEST_F(Servers, SayThatAStreamIsStillThereWhereNothingElseIsToBeSaid) {
  settings.stream_pause = std::chrono::milliseconds{10};
  stream = std::make_shared<Stream>("data: here\n\n");
  start();
  Client client(server->port());
  EXPECT_NE(std::string::npos, client.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n")
                                   .until("data: here\n\ndata: here")
                                   .find("data: here\n\ndata: here"));
}

TEST_F(Servers, OpenNoStreamForHead) {
  start();
  Client client(server->port());
  const auto head = client.send("HEAD /stream HTTP/1.1\r\nHost: x\r\n\r\n").until("\r\n\r\n");
  EXPECT_TRUE(head.starts_with("HTTP/1.1 200 ")) << head;
  bool closed = false;
  stream->take(closed);
  EXPECT_TRUE(closed);
  stream->push("data: 1\n\n");
  const auto next = client.send("GET /next HTTP/1.1\r\nHost: x\r\n\r\n").until("GET /next");
  EXPECT_TRUE(next.starts_with("HTTP/1.1 200 ")) << "nothing of the stream comes between: " << next;
}

TEST_F(Servers, RefuseWhatIsNoReadableRequestAndClose) {
  start();
  for (const char* broken :
       {"nonsense\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/1.1\r\nHost x\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: "
        "chunked\r\n\r\nabc",
        "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n", "GET one HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET ftp://x/one HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http:///one HTTP/1.1\r\nHost: x\r\n\r\n", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n"}) {
    Client client(server->port());
    const auto answer = client.send(broken).until_closed();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400 ")) << broken << answer;
  }
  EXPECT_EQ(0, handled);
}

TEST_F(Servers, RefuseHeadersAndBodiesThatAreTooLarge) {
  start();
  Client one(server->port());
  one.send("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + std::string(20'000, 'x') + "\r\n\r\n");
  EXPECT_TRUE(one.until_closed().starts_with("HTTP/1.1 431 "));
  Client two(server->port());
  two.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n" +
           std::string(2'000'000, 'x'));
  EXPECT_TRUE(two.until_closed().starts_with("HTTP/1.1 413 "));
  EXPECT_EQ(0, handled);
}

TEST_F(Servers, DropClientsThatAreTooSlowAndConnectionsThatIdle) {
  settings.request_timeout = 1s;
  settings.idle_timeout = 1s;
  start();
  Client slow(server->port());
  Client idle(server->port());
  slow.send("GET / HTTP/1.1\r\nHo");
  EXPECT_EQ("", slow.until_closed());
  EXPECT_EQ("", idle.until_closed());
  EXPECT_EQ(0, handled);
}

TEST_F(Servers, AnswerOthersWhileOneWaits) {
  start();
  Client slow(server->port());
  slow.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.acquire();
  Client quick(server->port());
  const auto answer = quick.send("GET /quick HTTP/1.1\r\nHost: x\r\n\r\n").until("GET /quick");
  EXPECT_NE(std::string::npos, answer.find("GET /quick")) << answer;
  may_end.release();
  EXPECT_NE(std::string::npos, slow.until("GET /slow").find("GET /slow"));
}

TEST_F(Servers, FinishWhatRunsBeforeTheyStop) {
  start();
  Client running(server->port());
  Client idle(server->port());
  Client watching(server->port());
  watching.send("GET /stream HTTP/1.1\r\nHost: x\r\n\r\n").until("\r\n\r\n");
  stream->push("data: 1\n\n");
  EXPECT_EQ("data: 1\n\n", watching.until("\n\n"));
  running.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.acquire();
  server->stop();
  EXPECT_EQ("", watching.until_closed());
  may_end.release();
  const auto answer = running.until_closed();
  EXPECT_NE(std::string::npos, answer.find("GET /slow")) << answer;
  serving.join();
  EXPECT_THROW(Client(server->port()), std::runtime_error);
}

TEST_F(Servers, WaitForWhatDoesNotEndNoLongerThanTheySay) {
  settings.stop_timeout = 50ms;
  start();
  Client client(server->port());
  client.send("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n");
  begun.acquire();
  server->stop();
  serving.join();  // the handler still waits
  EXPECT_TRUE(server->still_running());
  may_end.release();
  server.reset();
}

TEST_F(Servers, LeaveNothingRunningWhereAllIsAnswered) {
  start();
  Client(server->port()).send("GET /one HTTP/1.1\r\nHost: x\r\n\r\n").until("GET /one");
  server->stop();
  serving.join();
  EXPECT_FALSE(server->still_running());
}

}  // namespace
}  // namespace takt::http
