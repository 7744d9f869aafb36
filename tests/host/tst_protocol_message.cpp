// JSON-RPC messages and the JSON text under them, held against nlohmann's reader.

#include "host/protocol/initialize.h"
#include "host/protocol/interfaces.h"
#include "host/protocol/json_cursor.h"
#include "host/protocol/message.h"
#include "host/protocol/remote_call.h"

#include <QtCore/QJsonArray>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>

#include <random>

namespace verbale::host {

using nlohmann::json;

class TestProtocolMessage : public QObject
{
    Q_OBJECT

private:
    static bool valid(std::string_view text, int depth = messageDepthLimit)
    {
        JsonCursor cursor(text, depth, 1 << 20);
        return cursor.skip() && cursor.end();
    }

    static QString faultOf(std::string_view body)
    {
        const auto message = readMessage(body);
        return message ? QString() : message.error().code + QLatin1String(": ") + message.error().message;
    }

private slots:
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"{}", "[]", "null", "true", "false", "0", "-0", "12", "-1.5e+10", "1E5", "\"\"",
              " [ 1 , {\"a\" : [ ] } ] ", "\"\\u00e9\\n\\/\\\\\"", "\"Bộ trưởng \xF0\x9F\x87\xBB\"",
              "{\"\\u0061\":1}",
              // and what is none
              "", " ", "{", "[", "]", "}", "[1,]", "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "{a:1}", "{1:1}",
              "[1 2]", "[,1]", "01", "-", "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "Infinity", "nul",
              "nulll", "truefalse", "'a'", "\"", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\n\"",
              "\"\t\"", "1 1", "{}{}", "[]]", "// a\n1", "\"\x80\"", "\"\xC3\"", "\"\xC0\xAF\"",
              "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xE0\x80\xAF\"", "\"\xF0\x80\x80\xAF\"",
              "\"\xFF\"", "\xEF\xBB\xBF{", "[\"a\",\"b]"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("a null byte in a text") << QByteArray("\"a\0b\"", 5);
        QTest::newRow("an escape that is null") << QByteArray("\"\\\0\"", 4);
    }
    void texts()
    {
        QFETCH(QByteArray, text);
        const std::string bytes = text.toStdString();
        QCOMPARE(valid(bytes), json::accept(bytes));
    }

    /// Damaged JSON is refused exactly where nlohmann refuses it, and read alike where it is not.
    void damagedTexts()
    {
        std::mt19937 random(33);
        const auto below = [&random](size_t limit) { return size_t(random() % limit); };
        const std::string whole = "{\"a\":[1,-2.5e3,true,null,{\"b\":\"x\\u00e9\\n\"}],\"Bộ\":{\"d\":[[],{}]}"
                                  ",\"e\":\"\\\"\\\\\",\"f\":false,\"g\":0}";
        const std::string letters = "{}[]\":,\\u0123eE+-.tfn \n\x80\xC3\xE1";
        int accepted = 0;
        for (int round = 0; round < 20'000; ++round) {
            std::string text = whole;
            for (size_t damage = 1 + below(3); damage > 0; --damage) {
                const size_t at = below(text.size());
                if (below(3) == 0)
                    text.erase(at, 1 + below(3));
                else if (below(2) == 0)
                    text.insert(at, 1, letters[below(letters.size())]);
                else
                    text[at] = letters[below(letters.size())];
            }
            const bool ours = valid(text);
            // Of a number only the grammar is looked at before somebody wants it; nlohmann refuses 1e999 at
            // once.
            static const QRegularExpression large("[eE]\\+?[0-9]{3}");
            if (large.match(QString::fromLatin1(text)).hasMatch())
                continue;
            QVERIFY2(ours == json::accept(text), text.c_str());
            accepted += ours ? 1 : 0;
        }
        QVERIFY(accepted > 500);
    }

    void aNullByteEndsNothing() { QVERIFY(!valid(std::string_view("{}\0", 3))); }

    void textsAreReadAsNlohmannReadsThem()
    {
        for (const char *text : {"\"\"", "\"a\\\"\\\\\\/\\b\\f\\n\\r\\tz\"",
                                 "\"\\u0041\\u1ec7\\ud83c\\uddfbx\"", "\"Bộ\\u0000\""}) {
            JsonCursor cursor(text, 1, 1000);
            QString ours;
            QVERIFY(cursor.read(ours) && cursor.end());
            QCOMPARE(ours, QString::fromStdString(json::parse(text).get<std::string>()));
        }
        for (const char *alone :
             {"\"x\\ud800y\"", "\"x\\udc00y\"", "\"x\\ud800\\u0041\"", "\"\\ud800\\ud800\\udc00\""}) {
            JsonCursor cursor(alone, 1, 1000);
            QString ours;
            QVERIFY2(cursor.read(ours) && cursor.end(), alone);
            QVERIFY2(ours.contains(QChar(QChar::ReplacementCharacter)) && ours.isValidUtf16(), alone);
        }
    }

    void numbersAreExact()
    {
        for (const char *text : {"9223372036854775807", "-9223372036854775808", "0", "-0", "17"}) {
            qint64 value = 1;
            JsonCursor cursor(text, 0, 0);
            QVERIFY(cursor.read(value) && cursor.end());
            QCOMPARE(value, json::parse(text).get<qint64>());
        }
        for (const char *text : {"9223372036854775808", "1.0", "1e2", "\"1\"", "true", "null"}) {
            qint64 value = 1;
            JsonCursor cursor(text, 0, 0);
            QVERIFY2(!cursor.read(value), text);
        }
        double number = 0;
        QVERIFY(JsonCursor("0.1", 0, 0).read(number));
        QCOMPARE(number, 0.1);
        QVERIFY(!JsonCursor("1e999", 0, 0).read(number));
    }

    void depthIsLimited()
    {
        for (const auto &[open, close] : {std::pair{"[", "]"}, std::pair{"{\"a\":", "}"}}) {
            std::string deep;
            std::string end;
            for (int i = 0; i < messageDepthLimit; ++i) {
                deep += open;
                end += close;
            }
            QVERIFY(valid(deep + "1" + end));
            QVERIFY(!valid(open + deep + "1" + end + close));
        }
        const std::string bottomless =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + std::string(5'000'000, '[');
        QVERIFY(faultOf(bottomless).contains("nested too deep"));
    }

    void messagesComeBack()
    {
        const std::string request = requestText(7, "verbale.terms/1", R"({"segments":[]})");
        const auto r = readMessage(request);
        QVERIFY(r.ok() && r->kind == Message::Kind::Request && r->id == 7 && r->method == "verbale.terms/1");
        QCOMPARE(std::string(r->value), std::string(R"({"segments":[]})"));
        QVERIFY(r->value.data() > request.data() && r->value.data() < request.data() + request.size());

        const std::string cancel = notificationText("$/cancel", cancelParams(7));
        const auto c = readMessage(cancel);
        QVERIFY(c.ok() && c->kind == Message::Kind::Notification && c->method == "$/cancel");
        QCOMPARE(readCancel(c->value).value(), 7);

        const std::string progress = notificationText("$/progress", progressParams(7, 3, 10));
        const auto p = readMessage(progress);
        QVERIFY(p.ok());
        const auto report = readProgress(p->value);
        QVERIFY(report.ok() && report->id == 7 && report->done == 3 && report->total == 10);

        const std::string answer = answerText(7, "null");
        const auto a = readMessage(answer);
        QVERIFY(a.ok() && a->kind == Message::Kind::Answer && a->id == 7 && a->value == "null");

        const Error error{QStringLiteral("glossary.bad-row"),
                          QStringLiteral("hàng \"thiếu\"\ncột"),
                          {QStringLiteral("từ điển.tsv"), 12, 3, 456}};
        const std::string failed = errorText(7, ErrorNumber::Plugin, error);
        const auto f = readMessage(failed);
        QVERIFY(f.ok() && f->kind == Message::Kind::Failure && f->id == 7 && f->number == -32000);
        QCOMPARE(f->error.code, error.code);
        QCOMPARE(f->error.text(), error.text());
        QCOMPARE(f->error.where.offset, 456);
        for (const std::string &text : {request, cancel, progress, answer, failed})
            QVERIFY2(json::accept(text), text.c_str());
    }

    void failuresOfOtherPrograms_data()
    {
        QTest::addColumn<QByteArray>("error");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::newRow("no data") << QByteArray(R"({"code":-32000,"message":"No."})") << "plugins.error"
                                 << "No.";
        QTest::newRow("its own data")
            << QByteArray(R"({"code":1,"message":"No.","data":{"trace":[1,2]}})") << "plugins.error"
            << "No.";
        QTest::newRow("data that is a text")
            << QByteArray(R"({"code":1,"message":"No.","data":"why"})") << "plugins.error"
            << "No.";
        QTest::newRow("cancelled") << QByteArray(R"({"code":-32800,"message":"Stopped."})")
                                   << "plugins.cancelled"
                                   << "Stopped.";
        QTest::newRow("unknown method")
            << QByteArray(R"({"code":-32601,"message":"?"})") << "protocol.unknown-method"
            << "?";
        QTest::newRow("nothing said") << QByteArray(R"({"code":-32000,"message":""})") << "plugins.error"
                                      << "The plugin does not say what is wrong.";
    }
    void failuresOfOtherPrograms()
    {
        QFETCH(QByteArray, error);
        const std::string body = R"({"jsonrpc":"2.0","id":3,"error":)" + error.toStdString() + "}";
        const auto message = readMessage(body);
        QVERIFY2(message.ok(), qPrintable(message.ok() ? QString() : message.error().message));
        QCOMPARE(message->id, 3);
        QTEST(message->error.code, "code");
        QTEST(message->error.message, "message");
    }

    void aFailureWithoutARequest()
    {
        const auto message =
            readMessage(R"({"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"?"}})");
        QVERIFY(message.ok() && message->kind == Message::Kind::Failure && message->id == -1);
    }

    void longErrorsAreCut()
    {
        const std::string body =
            errorText(1, ErrorNumber::Plugin,
                      {QString(5000, 'c'), QString(500'000, 'm'), {QString(9000, 'f'), 1, 1, 1}});
        const auto message = readMessage(body);
        QVERIFY(message.ok());
        QVERIFY(message->error.message.size() <= 2000 && message->error.code.size() <= 100);
        QVERIFY(message->error.where.file.size() <= 2000);
    }

    void noMessages_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *body, const char *says) {
            QTest::newRow(name) << QByteArray(body) << QString::fromUtf8(says);
        };
        row("nothing", "", "it is not valid JSON: it ends too early at byte 0");
        row("a text", "\"hello\"", "it has to be an object");
        row("a batch", R"([{"jsonrpc":"2.0","id":1,"result":1}])", "send one message at a time");
        row("cut off", R"({"jsonrpc":"2.0","id":1,"result":[1)", "it ends too early");
        row("two", R"({"jsonrpc":"2.0","id":1,"result":1}{})", "something stands behind the end");
        row("no version", R"({"id":1,"result":1})", "\"jsonrpc\" has to be \"2.0\"");
        row("version 1", R"({"jsonrpc":"1.0","id":1,"result":1})", "\"jsonrpc\" has to be \"2.0\"");
        row("a version that is a number", R"({"jsonrpc":2.0,"id":1,"result":1})", "jsonrpc has to be a text");
        row("neither", R"({"jsonrpc":"2.0","id":1})", "one of \"method\", \"result\" and \"error\"");
        row("both", R"({"jsonrpc":"2.0","id":1,"result":1,"error":{"code":1,"message":""}})",
            "one of \"method\", \"result\" and \"error\"");
        row("no id", R"({"jsonrpc":"2.0","result":1})", "\"id\" of a message has to be the whole number");
        row("id null", R"({"jsonrpc":"2.0","id":null,"result":1})", "\"id\" of a message");
        row("id text", R"({"jsonrpc":"2.0","id":"1","result":1})", "\"id\" of a message");
        row("id fraction", R"({"jsonrpc":"2.0","id":1.5,"result":1})", "\"id\" of a message");
        row("id negative", R"({"jsonrpc":"2.0","id":-1,"result":1})", "\"id\" of a message");
        row("id twice", R"({"jsonrpc":"2.0","id":1,"id":2,"result":1})", "id stands there twice");
        row("result twice", R"({"jsonrpc":"2.0","id":1,"result":1,"result":2})", "result stands there twice");
        row("a method that is a number", R"({"jsonrpc":"2.0","method":1})", "method has to be a text");
        row("an error that is a text", R"({"jsonrpc":"2.0","id":1,"error":"no"})", "it has to be an object");
        row("an error's code that is a text", R"({"jsonrpc":"2.0","id":1,"error":{"code":"a"}})",
            "code has to be a whole number");
        row("an error's code that is too large", R"({"jsonrpc":"2.0","id":1,"error":{"code":99999999999}})",
            "too large");
        row("bytes that are no UTF-8", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"\xFF\"}",
            "result is not valid JSON");
    }
    void noMessages()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, says);
        const QString fault = faultOf(std::string_view(body.constData(), size_t(body.size())));
        QVERIFY2(fault.startsWith("protocol.message: ") && fault.contains(says) && fault.endsWith('.'),
                 qPrintable(fault));
    }

    void initializing()
    {
        InitializeRequest request;
        request.sdk = QStringLiteral("1.1.0");
        request.context = {QStringLiteral("org.example.a"), QStringLiteral("/p"), QStringLiteral("/d \"x\""),
                           QJsonObject{{"key", "ế"}, {"list", QJsonArray{1, true}}}, QStringLiteral("vi")};
        request.sandbox = R"({"network":false})";
        const std::string text = toJson(request);
        QVERIFY(json::accept(text));
        const auto back = readInitializeRequest(text);
        QVERIFY(back.ok());
        QCOMPARE(back->sdk, request.sdk);
        QCOMPARE(back->context.pluginId, request.context.pluginId);
        QCOMPARE(back->context.pluginFolder, request.context.pluginFolder);
        QCOMPARE(back->context.dataFolder, request.context.dataFolder);
        QCOMPARE(back->context.settings, request.context.settings);
        QCOMPARE(back->context.locale, request.context.locale);
        QCOMPARE(back->sandbox, request.sandbox);

        const InitializeAnswer answer{
            1, QStringLiteral("Tên"), {"verbale.terms/1", "verbale.check/1"}, "[1]"};
        const auto answered = readInitializeAnswer(toJson(answer));
        QVERIFY(answered.ok());
        QCOMPARE(answered->name, answer.name);
        QCOMPARE(answered->provides, answer.provides);
        QCOMPARE(answered->sandbox, answer.sandbox);
        QVERIFY(readInitializeAnswer(R"({"protocol":1})").ok());
        QVERIFY(readInitializeAnswer(R"({"protocol":1,"name":null,"provides":null,"more":[{}]})").ok());
        for (const char *bad :
             {"{}", "null", R"({"protocol":2})", R"({"protocol":"1"})", R"({"protocol":1,"provides":[1]})"})
            QVERIFY2(!readInitializeAnswer(bad).ok(), bad);
        QCOMPARE(readInitializeAnswer(R"({"protocol":2})").error().code, QStringLiteral("plugins.protocol"));
        QVERIFY(!readInitializeRequest(R"({"protocol":1,"settings":[]})").ok());
    }

    void logLines()
    {
        const auto warning = readLogLine(R"({"level":"warning","message":"m"})");
        QVERIFY(warning.ok() && warning->level == QLatin1String("warning"));
        const auto shout = readLogLine(R"({"level":"shout","message":"m"})");
        QVERIFY(shout.ok() && shout->level == QLatin1String("info"));
        QVERIFY(!readLogLine(R"({"level":"info"})").ok());
        QVERIFY(!readProgress(R"({"done":1})").ok());
        QVERIFY(!readCancel(R"({"id":"1"})").ok());
    }

    void interfacesAreKnownByTheirMethods()
    {
        QCOMPARE(interfaces().size(), size_t(8));
        for (const InterfaceInfo &info : interfaces()) {
            QVERIFY(interfaceOf(info.id) == &info);
            QVERIFY(info.timeLimit.count() > 0);
            for (const std::string_view method : info.methods)
                QVERIFY(interfaceOf(method) == &info && method.starts_with(info.id));
        }
        QVERIFY(interfaceOf("verbale.terms/2") == nullptr);
        QVERIFY(interfaceOf(Remote<FormatWriteRequest>::method)->id == FormatProvider::interfaceId);
        QVERIFY(interfaceOf(Remote<CommandRunRequest>::method)->id == CommandProvider::interfaceId);
        QVERIFY(interfaceOf(Remote<AlignRequest>::method)->id == AlignProvider::interfaceId);
        QVERIFY(interfaceOf(Remote<TranslateRequest>::method)->id == TranslationProvider::interfaceId);
        QVERIFY(interfaceOf(Remote<TranslateRequest>::method)->timeLimit == std::chrono::minutes(10));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestProtocolMessage)
#include "tst_protocol_message.moc"
