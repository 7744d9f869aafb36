#include "ledger/ledger.h"

#include <QtCore/QBuffer>
#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>
#include <sqlite3.h>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace verbale;
using namespace verbale::ledger;

namespace {

constexpr qint64 november = 1'795'000'000'000; // 2026-11-18

ExitRequest requestOf(const QString &document, const QStringList &texts)
{
    ExitRequest request{
        QStringLiteral("deepl"), QStringLiteral("api-free.deepl.com"), document, "{\"text\":[]}", {}};
    int segment = 0;
    for (const QString &text : texts) {
        const QByteArray key = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
        request.texts.append({QString::number(++segment), key, text, text.size()});
    }
    return request;
}

QByteArray keyOf(const QString &text)
{
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
}

/// Does what the ledger refuses, as somebody with the file and SQLite could.
bool tamper(const QString &path, const char *sql)
{
    sqlite3 *handle = nullptr;
    bool done = sqlite3_open(path.toUtf8().constData(), &handle) == SQLITE_OK;
    done = done && sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(handle);
    return done;
}

/// Runs something in a process of its own and gives how that ended.
int inProcess(const std::function<int()> &work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

} // namespace

class tst_Ledger : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesBeforeAndAfter();
    void keepsTheExactText();
    void knowsWhatBecameOfAText_data();
    void knowsWhatBecameOfAText();
    void outcomesAreToldOnce();
    void survivesBeingKilled();
    void survivesAFullDisk();
    void stopsAtTheBudget();
    void returnsWhatCostNothing();
    void chargesWhatCanBe_data();
    void chargesWhatCanBe();
    void countsTheMonthOfSending();
    void findsWhatWasChanged_data();
    void findsWhatWasChanged();
    void linesAreNeverChanged();
    void exportsEverything();
    void twoProgramsMakeOneChain();
    void aClockThatJumpsBreaksNothing();

private:
    std::unique_ptr<Ledger> opened();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    qint64 m_now = november;
};

void tst_Ledger::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("exits.db"));
    m_now = november;
}

std::unique_ptr<Ledger> tst_Ledger::opened()
{
    auto ledger = Ledger::open(m_path, [this] { return m_now++; });
    if (!ledger)
        qWarning("%s", qPrintable(ledger.error().text()));
    return ledger ? std::move(*ledger) : nullptr;
}

void tst_Ledger::writesBeforeAndAfter()
{
    const auto ledger = opened();
    QVERIFY(ledger);
    const auto number = ledger->sending(requestOf("a.docx", {"Công hàm", "Đại sứ quán"}), {});
    QVERIFY(number.ok());
    QCOMPARE(*number, 1);
    for (const char *text : {"Công hàm", "Đại sứ quán"})
        QCOMPARE(*ledger->lastOutcome(keyOf(QString::fromUtf8(text))), std::optional(Outcome::Unfinished));
    QVERIFY(ledger->finished(*number, {{0, Outcome::Translated, {}, 8, "Note verbale"}}).ok());
    QCOMPARE(*ledger->lastOutcome(keyOf("Công hàm")), std::optional(Outcome::Translated));
    QCOMPARE(*ledger->lastOutcome(keyOf("Đại sứ quán")), std::optional(Outcome::Unfinished));

    const auto lines = ledger->lines(0, 100);
    QCOMPARE(lines->size(), 4);
    QCOMPARE(lines->at(0).kind, LedgerLine::Kind::Request);
    QCOMPARE(lines->at(0).text, QByteArray("{\"text\":[]}"));
    QCOMPARE(lines->at(2).segment, QString("2"));
    QCOMPARE(lines->at(2).request, 1);
    QCOMPARE(lines->at(3).kind, LedgerLine::Kind::Outcome);
    QCOMPARE(lines->at(3).about, 2);
    QCOMPARE(lines->at(3).answer, keyOf("Note verbale"));
    const auto check = ledger->verify();
    QVERIFY(check.ok() && !check->broken);
    QCOMPARE(check->lines, 4);
    QCOMPARE(check->head, lines->at(3).hash);
}

void tst_Ledger::keepsTheExactText()
{
    const auto ledger = opened();
    QVERIFY(ledger);
    const QString text = QStringLiteral("Số 12/CH <g1>“Bộ Ngoại giao”</g1>\n\tU+1F1FB: \U0001F1FB & quý vị");
    QVERIFY(ledger->sending(requestOf("a.docx", {text}), {}).ok());
    const auto lines = ledger->lines(1, 1);
    QCOMPARE(QString::fromUtf8(lines->first().text), text);
    QCOMPARE((*ledger->lines(0, 10, "other.docx")).size(), 0);
    QCOMPARE((*ledger->lines(0, 10, "a.docx")).size(), 2);
}

void tst_Ledger::knowsWhatBecameOfAText_data()
{
    QTest::addColumn<QList<int>>("outcomes"); // of one attempt after the other; 0: none was written down
    QTest::addColumn<bool>("again");          // may be sent without a question
    const auto of = [](std::initializer_list<Outcome> list) {
        QList<int> numbers;
        for (const Outcome one : list)
            numbers.append(static_cast<int>(one));
        return numbers;
    };
    QTest::newRow("never sent") << of({}) << true;
    QTest::newRow("lost") << of({Outcome::Ambiguous}) << false;
    QTest::newRow("program killed") << of({Outcome::Unfinished}) << false;
    QTest::newRow("did not arrive") << of({Outcome::NotSent}) << true;
    QTest::newRow("refused for nothing") << of({Outcome::Unbilled}) << true;
    QTest::newRow("rubbish") << of({Outcome::BadAnswer}) << false;
    QTest::newRow("lost, then on request again") << of({Outcome::Ambiguous, Outcome::Translated}) << true;
    QTest::newRow("refused, then lost") << of({Outcome::Unbilled, Outcome::Ambiguous}) << false;
    QTest::newRow("refused, then killed") << of({Outcome::Unbilled, Outcome::Unfinished}) << false;
}

void tst_Ledger::knowsWhatBecameOfAText()
{
    QFETCH(QList<int>, outcomes);
    QFETCH(bool, again);
    auto ledger = opened();
    QVERIFY(ledger);
    for (const int number : outcomes) {
        const auto outcome = static_cast<Outcome>(number);
        const auto sent = ledger->sending(requestOf("a.docx", {"khác", "Công hàm"}), {});
        QVERIFY(sent.ok());
        if (outcome != Outcome::Unfinished)
            QVERIFY(ledger->finished(*sent, {{1, outcome, "mt.any"}}).ok());
    }
    ledger = opened(); // as another run sees it
    const auto last = ledger->lastOutcome(keyOf("Công hàm"));
    QVERIFY(last.ok());
    QCOMPARE(last->has_value(), !outcomes.isEmpty());
    if (*last)
        QCOMPARE(static_cast<int>(**last), outcomes.last());
    QCOMPARE(!*last || !mayHaveBeenCharged(**last), again);
}

void tst_Ledger::outcomesAreToldOnce()
{
    const auto ledger = opened();
    QVERIFY(ledger);
    const auto number = ledger->sending(requestOf("a.docx", {"a", "a"}), {});
    QVERIFY(ledger->finished(*number, {{0, Outcome::Translated, {}, 1, "b"}}).ok());
    const auto twice = ledger->finished(*number, {{0, Outcome::Ambiguous}});
    QCOMPARE(twice.error().code, QString("mt.ledger-order"));
    QCOMPARE(ledger->finished(*number, {{2, Outcome::Ambiguous}}).error().code, QString("mt.ledger-order"));
    QCOMPARE(ledger->finished(99, {{0, Outcome::Ambiguous}}).error().code, QString("mt.ledger-order"));
    QVERIFY(ledger->finished(*number, {{1, Outcome::Translated, {}, 1, "b"}}).ok());
    QCOMPARE((*ledger->lines(0, 100)).size(), 5);
}

void tst_Ledger::survivesBeingKilled()
{
    const int status = inProcess([this] {
        const auto ledger = opened();
        if (!ledger || !ledger->sending(requestOf("a.docx", {"Công hàm", "Xin chào"}), {}).ok())
            return 1;
        raise(SIGKILL); // with the request on its way
        return 2;
    });
    QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    const auto ledger = opened();
    QVERIFY(ledger);
    const auto lines = ledger->lines(0, 100);
    QCOMPARE(lines->size(), 3);
    QCOMPARE(QString::fromUtf8(lines->at(2).text), QString("Xin chào"));
    for (const char *text : {"Công hàm", "Xin chào"})
        QCOMPARE(*ledger->lastOutcome(keyOf(QString::fromUtf8(text))), std::optional(Outcome::Unfinished));
    QVERIFY(!(*ledger->verify()).broken);
    // Put down as lost by the next run; the chain goes on.
    QVERIFY(
        ledger->finished(lines->first().request, {{0, Outcome::Ambiguous}, {1, Outcome::Ambiguous}}).ok());
    for (const char *text : {"Công hàm", "Xin chào"})
        QCOMPARE(*ledger->lastOutcome(keyOf(QString::fromUtf8(text))), std::optional(Outcome::Ambiguous));
    QCOMPARE((*ledger->verify()).lines, 5);
}

void tst_Ledger::survivesAFullDisk()
{
    QVERIFY(opened());
    const int status = inProcess([this] {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{200'000, 200'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto ledger = opened();
        for (int i = 0; ledger && i < 1000; ++i) {
            const auto sent = ledger->sending(requestOf("a.docx", {QString(1000, 'x')}), {});
            if (!sent) {
                const bool named =
                    sent.error().code == "mt.store-full" || sent.error().code == "mt.store-failed";
                return named && i > 0 ? 0 : 3;
            }
        }
        return 4;
    });
    QVERIFY2(WIFEXITED(status) && WEXITSTATUS(status) == 0, qPrintable(QString::number(status)));
    const auto ledger = opened();
    const auto check = ledger->verify();
    QVERIFY(!check->broken);
    QCOMPARE(check->lines % 2, 0); // whole requests alone
    QVERIFY(check->lines > 0);
    QVERIFY(ledger->sending(requestOf("a.docx", {"x"}), {}).ok());
}

void tst_Ledger::stopsAtTheBudget()
{
    const auto ledger = opened();
    QVERIFY(ledger);
    QVERIFY(ledger->sending(requestOf("a.docx", {"12345"}), {10, 12}).ok());
    QCOMPARE(ledger->sending(requestOf("a.docx", {"123456"}), {10, 100}).error().code,
             QString("mt.budget-document"));
    QVERIFY(ledger->sending(requestOf("a.docx", {"12345"}), {10, 12}).ok());
    const auto month = ledger->sending(requestOf("b.docx", {"123"}), {10, 12});
    QCOMPARE(month.error().code, QString("mt.budget-month"));
    QVERIFY(month.error().message.contains("10 of 12"));
    QVERIFY(ledger->sending(requestOf("b.docx", {"12"}), {10, 12}).ok());
    QCOMPARE(*ledger->spentOnDocument("a.docx"), 10);
    QCOMPARE(*ledger->spentInMonth(), 12);
    // What was refused left no line.
    QCOMPARE((*ledger->lines(0, 100)).size(), 6);
    QVERIFY(ledger->sending(requestOf("b.docx", {"123456789"}), {}).ok());
}

void tst_Ledger::returnsWhatCostNothing()
{
    const auto ledger = opened();
    const auto send = [&ledger](const TextOutcome &outcome) {
        const auto number = ledger->sending(requestOf("a.docx", {"12345"}), {});
        return ledger->finished(*number, {outcome}).ok();
    };
    QVERIFY(send({0, Outcome::Unbilled}));
    QVERIFY(send({0, Outcome::NotSent}));
    QCOMPARE(*ledger->spentOnDocument("a.docx"), 0);
    QVERIFY(send({0, Outcome::Ambiguous}));
    QCOMPARE(*ledger->spentOnDocument("a.docx"), 5);
    QVERIFY(send({0, Outcome::BadAnswer}));
    QCOMPARE(*ledger->spentOnDocument("a.docx"), 10);
    QVERIFY(send({0, Outcome::Translated, {}, 7, "seven"}));
    QVERIFY(send({0, Outcome::Translated, {}, {}, "as reckoned"}));
    QCOMPARE(*ledger->spentOnDocument("a.docx"), 22);
}

void tst_Ledger::chargesWhatCanBe_data()
{
    QTest::addColumn<qint64>("billed");
    QTest::addColumn<qint64>("charged");
    QTest::newRow("nothing") << qint64(0) << qint64(0);
    QTest::newRow("less than nothing") << qint64(-5) << qint64(0);
    QTest::newRow("the least number") << std::numeric_limits<qint64>::min() << qint64(0);
    QTest::newRow("as much as can be") << qint64(1'000'000'000) << qint64(1'000'000'000);
    QTest::newRow("the greatest number") << std::numeric_limits<qint64>::max() << qint64(1'000'000'000);
}

void tst_Ledger::chargesWhatCanBe()
{
    QFETCH(qint64, billed);
    QFETCH(qint64, charged);
    const auto ledger = opened();
    for (int time = 1; time <= 3; ++time) {
        const auto number = ledger->sending(requestOf("a.docx", {"12345"}), {});
        QVERIFY(number.ok());
        QVERIFY(ledger->finished(*number, {{0, Outcome::Translated, {}, billed, "x"}}).ok());
        const auto spent = ledger->spentOnDocument("a.docx");
        QVERIFY(spent.ok());
        QCOMPARE(*spent, time * charged);
        QCOMPARE(*ledger->spentInMonth(), time * charged);
    }
    QCOMPARE((*ledger->lines(2, 1)).first().billed, std::optional(billed)); // as the service said
    const auto next = ledger->sending(requestOf("a.docx", {"12345"}), {4'000'000'000, 4'000'000'000});
    QVERIFY(next.ok()); // the budget can still be reckoned
    QVERIFY(!(*ledger->verify()).broken);
}

void tst_Ledger::countsTheMonthOfSending()
{
    const auto ledger = opened();
    m_now = 1'796'083'199'990; // 2026-11-30T23:59:59.990Z
    const auto number = ledger->sending(requestOf("a.docx", {"12345"}), {{}, 5});
    QVERIFY(number.ok());
    m_now += 1000;
    QVERIFY(ledger->finished(*number, {{0, Outcome::Translated, {}, 4, "x"}}).ok());
    QCOMPARE(*ledger->spentInMonth(), 0);
    QVERIFY(ledger->sending(requestOf("a.docx", {"12345"}), {{}, 5}).ok());
    m_now = november;
    QCOMPARE(*ledger->spentInMonth(), 4);
}

void tst_Ledger::findsWhatWasChanged_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<qint64>("broken");
    const QByteArray off = "DROP TRIGGER no_change; DROP TRIGGER no_removal; ";
    QTest::newRow("text") << off + "UPDATE line SET text = x'61' WHERE number = 5" << qint64(5);
    QTest::newRow("billed") << off + "UPDATE line SET billed = 1 WHERE number = 6" << qint64(6);
    QTest::newRow("time") << off + "UPDATE line SET time = time + 1 WHERE number = 1" << qint64(1);
    QTest::newRow("host") << off + "UPDATE line SET host = 'localhost' WHERE number = 4" << qint64(4);
    QTest::newRow("document") << off + "UPDATE line SET document = 'b.docx' WHERE number = 2" << qint64(2);
    QTest::newRow("outcome") << off + "UPDATE line SET outcome = 'not-sent' WHERE number = 3" << qint64(3);
    QTest::newRow("cost") << off + "UPDATE line SET cost = 0 WHERE number = 2" << qint64(2);
    QTest::newRow("hash") << off + "UPDATE line SET hash = x'00' WHERE number = 3" << qint64(3);
    QTest::newRow("taken out") << off + "DELETE FROM line WHERE number = 4" << qint64(4);
    QTest::newRow("first taken out") << off + "DELETE FROM line WHERE number = 1" << qint64(1);
    QTest::newRow("put in") << QByteArray(
                                   "INSERT INTO line SELECT 7, time, kind, request, 99, month, engine, host,"
                                   " document, segment, key, text, characters, cost, billed, outcome, code,"
                                   " answer, hash FROM line WHERE number = 6")
                            << qint64(7);
    QTest::newRow("swapped") << off + "UPDATE line SET number = 99 WHERE number = 2;"
                                      "UPDATE line SET number = 2 WHERE number = 5;"
                                      "UPDATE line SET number = 5 WHERE number = 99"
                             << qint64(2);
}

void tst_Ledger::findsWhatWasChanged()
{
    QFETCH(QByteArray, sql);
    QFETCH(qint64, broken);
    QByteArray head;
    {
        const auto ledger = opened();
        for (const char *text : {"Công hàm", "Đại sứ quán"}) {
            const auto number = ledger->sending(requestOf("a.docx", {QString::fromUtf8(text)}), {});
            QVERIFY(ledger->finished(*number, {{0, Outcome::Translated, {}, 8, "x"}}).ok());
        }
        QVERIFY(!(*ledger->verify()).broken);
        head = (*ledger->verify()).head;
    }
    QVERIFY(tamper(m_path, sql.constData()));
    const auto check = opened()->verify();
    QVERIFY(check.ok());
    QCOMPARE(check->broken, std::optional<qint64>(broken));
    QCOMPARE(check->lines, broken - 1);
    if (broken <= 6)
        QVERIFY(check->head != head);
}

void tst_Ledger::linesAreNeverChanged()
{
    {
        const auto ledger = opened();
        QVERIFY(ledger->sending(requestOf("a.docx", {"Công hàm"}), {}).ok());
    }
    QVERIFY(!tamper(m_path, "UPDATE line SET text = x'61'"));
    QVERIFY(!tamper(m_path, "DELETE FROM line"));
    QVERIFY(!(*opened()->verify()).broken);
}

void tst_Ledger::exportsEverything()
{
    const auto ledger = opened();
    const auto number = ledger->sending(requestOf("a.docx", {"Công hàm"}), {});
    QVERIFY(ledger->finished(*number, {{0, Outcome::Translated, {}, 8, "Note verbale"}}).ok());
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const auto check = ledger->exportTo(buffer);
    QVERIFY(check.ok());
    const QList<QByteArray> lines = buffer.data().trimmed().split('\n');
    QCOMPARE(lines.size(), 4);
    const auto text = nlohmann::json::parse(lines.at(1).toStdString());
    QCOMPARE(text["kind"].get<std::string>(), std::string("text"));
    QCOMPARE(text["text"].get<std::string>(), std::string("Công hàm"));
    QVERIFY(QString::fromStdString(text["time"].get<std::string>()).startsWith("2026-11-18T"));
    QVERIFY(text["billed"].is_null());
    const auto outcome = nlohmann::json::parse(lines.at(2).toStdString());
    QCOMPARE(outcome["billed"].get<int>(), 8);
    QCOMPARE(outcome["outcome"].get<std::string>(), std::string("translated"));
    const auto end = nlohmann::json::parse(lines.at(3).toStdString());
    QCOMPARE(end["head"].get<std::string>(), check->head.toHex().toStdString());
    QVERIFY(end["holds"].get<bool>());
    QBuffer closed;
    QCOMPARE(ledger->exportTo(closed).error().code, QString("mt.export-failed"));
}

void tst_Ledger::twoProgramsMakeOneChain()
{
    QVERIFY(opened());
    const auto write = [this](const QString &document) {
        const auto ledger = opened();
        for (int i = 0; ledger && i < 20; ++i) {
            const auto number = ledger->sending(requestOf(document, {"a", "b"}), {});
            if (!number ||
                !ledger->finished(*number, {{0, Outcome::Translated}, {1, Outcome::Ambiguous}}).ok())
                return 1;
        }
        return 0;
    };
    const pid_t child = fork();
    if (child == 0)
        _exit(write("a.docx"));
    QCOMPARE(write("b.docx"), 0);
    int status = 0;
    waitpid(child, &status, 0);
    QVERIFY(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    const auto check = opened()->verify();
    QVERIFY(!check->broken);
    QCOMPARE(check->lines, 2 * 20 * 5);
}

void tst_Ledger::aClockThatJumpsBreaksNothing()
{
    const auto ledger = opened();
    QVERIFY(ledger->sending(requestOf("a.docx", {"a"}), {}).ok());
    QVERIFY(!(*ledger->verify()).clockWentBack);
    m_now = 0;
    QVERIFY(ledger->sending(requestOf("a.docx", {"a"}), {}).ok());
    const auto check = ledger->verify();
    QVERIFY(!check->broken);
    QVERIFY(check->clockWentBack);
    QCOMPARE(check->lines, 4);
}

QTEST_GUILESS_MAIN(tst_Ledger)
#include "tst_ledger.moc"
