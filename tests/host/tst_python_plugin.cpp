// The example of a plugin in Python, spoken to through the frames, and what the documents say of the
// protocol.

#include "host/protocol/initialize.h"
#include "host/protocol/interfaces.h"
#include "host/protocol/remote_call.h"
#include "host_test.h"
#include "speaking_process.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStandardPaths>

#include <nlohmann/json.hpp>

namespace verbale::host {

namespace {

const QString exampleFolder = QStringLiteral(VERBALE_SOURCE_DIR "/docs/examples/python-plugin");

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether a request or an answer of a method has the form that its codec reads.
template <typename... Requests>
struct Forms
{
    static bool fits(std::string_view method, std::string_view json, bool answer)
    {
        bool known = false;
        const auto look = [&]<typename Request>(const Request *) {
            if (Remote<Request>::method != method)
                return;
            known =
                answer ? fromJson<typename Remote<Request>::Answer>(json).ok() : fromJson<Request>(json).ok();
        };
        (look(static_cast<const Requests *>(nullptr)), ...);
        return known;
    }
};
using AllForms = Forms<TermsRequest, SuggestRequest, TranslateRequest, TranslatePreviewRequest, CheckRequest,
                       ReceiptsRequest, AlignRequest, FormatDetectRequest, FormatReadRequest,
                       FormatWriteRequest, CommandListRequest, CommandRunRequest>;

} // namespace

class TestPythonPlugin : public QObject
{
    Q_OBJECT

private:
    QString m_python;

    CheckRequest request() const
    {
        CheckRequest check{QStringLiteral("vi"), QStringLiteral("en"), {}, {}};
        check.segments = {
            {{QStringLiteral("a"),
              3,
              QStringLiteral("x"),
              QStringLiteral("\U0001F1FB The Minister of of Việt Việt Nam"),
              {}},
             {}},
            {{QStringLiteral("b"), 4, QStringLiteral("y"), QStringLiteral("Nothing twice"), {}}, {}}};
        return check;
    }

private slots:
    void initTestCase() { m_python = QStandardPaths::findExecutable(QStringLiteral("python3")); }

    void theDescriptorIsGood()
    {
        const auto reading = readDescriptor(contentsOf(exampleFolder + "/plugin.json"), "plugin.json");
        QVERIFY2(reading.usable(), qPrintable(messagesOf(reading.problems)));
        QCOMPARE(reading.descriptor.runs, "process");
        QCOMPARE(reading.descriptor.command, (QStringList{"python3", "doubled.py"}));
    }

    void aConversation()
    {
        if (m_python.isEmpty())
            QSKIP("There is no python3 on this machine, which the example is written in.");
        SpeakingProcess child(m_python, {exampleFolder + "/doubled.py"});
        InitializeRequest hello;
        hello.sdk = QStringLiteral("1.1.0");
        child.send(requestText(1, "initialize", toJson(hello)));
        const auto answered = child.receive();
        QVERIFY2(answered, child.log().constData());
        QVERIFY(readInitializeAnswer(answered->second.value).ok());

        child.send(requestText(2, Remote<CheckRequest>::method, Remote<CheckRequest>::encode(request())));
        const auto checked = child.receive();
        QVERIFY2(checked, child.log().constData());
        const auto findings = Remote<CheckRequest>::decode(checked->second.value, request());
        QVERIFY2(findings.ok(), findings ? "" : qPrintable(findings.error().message));
        QVERIFY2(findings->warnings.isEmpty(), qPrintable(findings->warnings.join('\n')));
        QCOMPARE(findings->findings.size(), 2);
        const QString target = request().segments[0].text.target;
        for (qsizetype i = 0; i < 2; ++i) {
            const Finding &finding = findings->findings[i];
            const QString words = target.mid(finding.target.start, finding.target.length());
            QCOMPARE(words, i == 0 ? QStringLiteral("of of") : QStringLiteral("Việt Việt"));
            QCOMPARE(finding.revision, 3);
        }

        child.send(notificationText("$/cancel", cancelParams(2)));
        child.send(requestText(3, "verbale.terms/1", "{}"));
        QCOMPARE(child.receive()->second.number, -32601);
        child.send(requestText(4, "verbale.check/1", "{}"));
        const auto wrong = child.receive();
        QCOMPARE(wrong->second.number, -32000);
        QVERIFY(wrong->second.error.message.contains("segments"));
        child.send(requestText(5, "shutdown", "null"));
        QCOMPARE(child.receive()->second.id, 5);
        child.send(notificationText("exit", "null"));
        QCOMPARE(child.end(), 0);
    }

    void itEndsWithItsInput()
    {
        if (m_python.isEmpty())
            QSKIP("There is no python3 on this machine, which the example is written in.");
        SpeakingProcess child(m_python, {exampleFolder + "/doubled.py"});
        child.closeInput();
        QCOMPARE(child.end(), 0);
    }

    /// Every message that docs/plugin-protocol.md shows is one, in the form that the codecs read.
    void theDocumentTellsTheTruth()
    {
        const QString text =
            QString::fromUtf8(contentsOf(QStringLiteral(VERBALE_SOURCE_DIR "/docs/plugin-protocol.md")));
        static const QRegularExpression block(QStringLiteral("```json\\n(.*?)```"),
                                              QRegularExpression::DotMatchesEverythingOption);
        QHash<qint64, std::string> methods;
        QSet<QString> shown;
        for (auto match = block.globalMatch(text); match.hasNext();) {
            const std::string body = match.next().captured(1).toStdString();
            const auto message = readMessage(body);
            QVERIFY2(message.ok(),
                     message ? "" : qPrintable(message.error().message + QString::fromStdString(body)));
            if (message->kind == Message::Kind::Request)
                methods[message->id] = message->method;
            const std::string method = methods.value(message->id);
            if (interfaceOf(method) != nullptr && message->kind != Message::Kind::Failure) {
                QVERIFY2(AllForms::fits(method, message->value, message->kind == Message::Kind::Answer),
                         body.c_str());
                shown.insert(QString::fromStdString(method));
            } else if (method == "initialize") {
                QVERIFY2(message->kind == Message::Kind::Request ? readInitializeRequest(message->value).ok()
                                                                 : readInitializeAnswer(message->value).ok(),
                         body.c_str());
            } else if (message->method == "$/progress") {
                QVERIFY(readProgress(message->value).ok());
            } else if (message->method == "$/log") {
                QVERIFY(readLogLine(message->value).ok());
            }
        }
        for (const InterfaceInfo &info : interfaces()) {
            for (const std::string_view method : info.methods) {
                const QString name = QString::fromLatin1(method.data(), qsizetype(method.size()));
                QVERIFY2(shown.contains(name), qPrintable(name + " is not shown"));
            }
        }
        QVERIFY(text.contains(QString::fromUtf8(contentsOf(exampleFolder + "/doubled.py"))));
    }
};

} // namespace verbale::host

QTEST_GUILESS_MAIN(verbale::host::TestPythonPlugin)
#include "tst_python_plugin.moc"
