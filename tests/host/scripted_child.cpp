// A child that speaks the plugin protocol and does wrong what it is told to: "verbale-plugin-host" for tests
// of the host's side. The last part of its second argument says how it starts and stops, the first glossary
// of a request what it does with that. Made without the host's own code, so that an error of that is not made
// twice.

#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <thread>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using nlohmann::json;
using namespace std::chrono_literals;

std::string input;      // what has been read and not yet been looked at
std::deque<json> later; // what came while a request waited for its cancel

void writeAll(const std::string &bytes)
{
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t written = ::write(1, bytes.data() + done, bytes.size() - done);
        if (written <= 0)
            ::_exit(9);
        done += static_cast<std::size_t>(written);
    }
}

void send(const json &message)
{
    const std::string body = message.dump();
    writeAll("Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

void notify(const char *method, const json &params)
{
    send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
}

/// A whole message at the front of `input`.
bool takeMessage(json &message)
{
    const std::size_t end = input.find("\r\n\r\n");
    if (end == std::string::npos)
        return false;
    const std::size_t size = std::stoul(input.substr(std::string("Content-Length: ").size()));
    if (input.size() < end + 4 + size)
        return false;
    message = json::parse(input.substr(end + 4, size));
    input.erase(0, end + 4 + size);
    return true;
}

/// False when nothing comes in this time; ends the process when nothing can come any more.
bool readMessage(json &message, int milliseconds = -1)
{
    while (!takeMessage(message)) {
        pollfd file{0, POLLIN, 0};
        if (::poll(&file, 1, milliseconds) == 0)
            return false;
        char bytes[65536];
        const ssize_t size = ::read(0, bytes, sizeof bytes);
        if (size <= 0)
            ::_exit(0);
        input.append(bytes, static_cast<std::size_t>(size));
    }
    return true;
}

[[noreturn]] void sleepForEver()
{
    for (;;)
        std::this_thread::sleep_for(1h);
}

[[noreturn]] void crash()
{
    std::cerr << "scripted: crashing" << std::endl;
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
    ::_exit(8);
}

std::string openDescriptors()
{
    std::string list;
    for (int descriptor = 0; descriptor < 1024; ++descriptor) {
        if (::fcntl(descriptor, F_GETFD) >= 0)
            list += std::to_string(descriptor) + ' ';
    }
    return list;
}

json surroundings()
{
    json list = {"pid=" + std::to_string(::getpid()), "session=" + std::to_string(::getsid(0)),
                 "cwd=" + std::filesystem::current_path().string(), "open=" + openDescriptors()};
    const auto mask = ::umask(0);
    list.push_back("umask=" + std::to_string(mask));
    for (char **variable = environ; *variable != nullptr; ++variable)
        list.push_back(std::string("environment ") + *variable);
    return list;
}

json answerTo(const json &params, const json &warnings)
{
    json segments = json::array();
    for (const json &segment : params.at("segments")) {
        segments.push_back(
            {{"segmentId", segment.at("id")}, {"revision", segment.at("revision")}, {"hits", json::array()}});
    }
    return {{"segments", segments}, {"warnings", warnings}};
}

bool startsWith(const std::string &text, const char *start)
{
    return text.rfind(start, 0) == 0;
}

long numberIn(const std::string &how)
{
    return std::stol(how.substr(how.find(' ') + 1));
}

/// What takes the child down, or keeps it from ever answering.
void goDown(const std::string &how)
{
    if (how == "crash")
        crash();
    if (how == "exit")
        ::_exit(3);
    if (how == "hang")
        sleepForEver();
    if (how == "close") {
        ::close(1);
        sleepForEver();
    }
    if (startsWith(how, "crash-once ")) {
        const std::string mark = how.substr(11);
        if (!std::filesystem::exists(mark)) {
            std::ofstream(mark) << "was here";
            crash();
        }
    }
    if (how == "grandchild" && ::fork() == 0)
        sleepForEver(); // with the pipes of its parent
    if (how == "grandchild")
        ::_exit(4);
}

/// What breaks the protocol.
void breakProtocol(const std::string &how, const json &id)
{
    if (how == "garbage")
        writeAll("Once upon a time\nthere was a child\r\n\r\n");
    if (how == "huge")
        writeAll("Content-Length: 4294967296\r\n\r\n{");
    if (how == "deep") {
        const std::string body(100'000, '[');
        writeAll("Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    }
    if (how == "other-number")
        send({{"jsonrpc", "2.0"}, {"id", 987654}, {"result", nullptr}});
    if (how == "asks")
        send({{"jsonrpc", "2.0"}, {"id", 1}, {"method", "verbale.secrets/1"}, {"params", nullptr}});
    while (how == "flood")
        notify("$/progress", {{"id", id}, {"done", 1}, {"total", 2}});
}

/// False when the request was cancelled.
bool takeTime(const std::string &how, const json &id)
{
    if (startsWith(how, "sleep "))
        std::this_thread::sleep_for(std::chrono::milliseconds(numberIn(how)));
    if (startsWith(how, "progress ")) {
        for (long i = 1; i <= numberIn(how); ++i) {
            std::this_thread::sleep_for(30ms);
            notify("$/progress", {{"id", id}, {"done", i}, {"total", numberIn(how)}});
        }
    }
    if (startsWith(how, "log "))
        notify("$/log", {{"level", "info"}, {"message", how.substr(4)}});
    if (startsWith(how, "errors ")) {
        const std::string line(99, 'e');
        for (long i = 0; i < numberIn(how); ++i)
            std::cerr << line << '\n';
    }
    json message;
    while (how == "wait" && readMessage(message)) {
        if (message.value("method", "") == "$/cancel" && message.at("params").at("id") == id)
            return false;
        later.push_back(message);
    }
    return true;
}

void handle(const json &message)
{
    const json id = message.at("id");
    const json &params = message.at("params");
    std::string how;
    if (params.contains("glossaries") && !params.at("glossaries").empty())
        how = params.at("glossaries").front().get<std::string>();
    goDown(how);
    breakProtocol(how, id);
    if (!takeTime(how, id)) {
        send({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", -32800}, {"message", "cancelled"}}}});
    } else if (how == "refuse") {
        send({{"jsonrpc", "2.0"},
              {"id", id},
              {"error",
               {{"code", -32000}, {"message", "Not today."}, {"data", {{"code", "child.refused"}}}}}});
    } else if (how == "wrong-form") {
        send({{"jsonrpc", "2.0"}, {"id", id}, {"result", {{"segments", "many"}}}});
    } else {
        send({{"jsonrpc", "2.0"},
              {"id", id},
              {"result", answerTo(params, how == "surroundings" ? surroundings() : json::array())}});
    }
}

void initialize(const std::string &mode, const json &id)
{
    if (mode == "start-crash")
        crash();
    if (mode == "start-hang")
        sleepForEver();
    if (mode == "start-slow")
        std::this_thread::sleep_for(100ms);
    if (mode == "start-error") {
        send({{"jsonrpc", "2.0"},
              {"id", id},
              {"error",
               {{"code", -32000}, {"message", "No licence."}, {"data", {{"code", "child.licence"}}}}}});
        return;
    }
    json result = {{"protocol", mode == "start-newer" ? 2 : 1}};
    if (mode == "start-less")
        result["provides"] = {"verbale.check/1"};
    send({{"jsonrpc", "2.0"}, {"id", id}, {"result", result}});
    if (mode == "deaf")
        sleepForEver();
}

void shutdown(const std::string &mode, const json &id)
{
    if (mode == "stop-crash")
        crash();
    if (mode == "stop-hang")
        sleepForEver();
    if (mode == "stop-error")
        send({{"jsonrpc", "2.0"},
              {"id", id},
              {"error", {{"code", -32000}, {"message", "It threw."}, {"data", {{"code", "stop.threw"}}}}}});
    else
        send({{"jsonrpc", "2.0"}, {"id", id}, {"result", nullptr}});
    if (mode == "stop-stays") {
        ::signal(SIGTERM, SIG_IGN);
        sleepForEver();
    }
}

} // namespace

int main(int argc, char **argv)
{
    const std::string mode = argc > 2 ? std::filesystem::path(argv[2]).filename().string() : "";
    for (;;) {
        json message;
        if (later.empty()) {
            readMessage(message);
        } else {
            message = later.front();
            later.pop_front();
        }
        const std::string method = message.value("method", "");
        if (method == "exit")
            return 0;
        if (method == "initialize")
            initialize(mode, message.at("id"));
        else if (method == "shutdown")
            shutdown(mode, message.at("id"));
        else if (message.contains("id"))
            handle(message);
    }
}
