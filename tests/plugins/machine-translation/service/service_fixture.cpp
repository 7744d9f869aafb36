#include "service_fixture.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

namespace verbale::mt::test {

void ServiceFixture::begin()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_network = std::make_unique<FakeNetwork>();
    m_english = {};
    m_network->setScript(
        [this](const HttpRequest &request) { return answered(200, m_english.answerTo(request.body)); });
    restart();
}

void ServiceFixture::end()
{
    m_service.reset();
    const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
    QVERIFY(ledger);
    const Result<LedgerCheck> check = ledger.value()->verify();
    QVERIFY(check && !check.value().broken);
}

void ServiceFixture::restart(const QByteArray &engine, const QByteArray &others)
{
    const QJsonDocument settings = QJsonDocument::fromJson("{\"engines\": {" + engine + "}" + others + "}");
    QVERIFY(settings.isObject());
    m_service.reset();
    m_service = std::make_unique<TranslationService>(
        EngineRegistry::fromSettings(settings.object()), m_folder->path(),
        [this](const NetworkSettings &) { return m_network->sender(); });
}

std::unique_ptr<TranslationService> ServiceFixture::another()
{
    const QJsonObject settings =
        QJsonDocument::fromJson(R"({"engines": {"deepl": {"key": "k", "requestsPerSecond": 1000}}})")
            .object();
    return std::make_unique<TranslationService>(
        EngineRegistry::fromSettings(settings), m_folder->path(),
        [this](const NetworkSettings &) { return m_network->sender(); });
}

TranslateAnswer ServiceFixture::ask(const TranslateRequest &request, const StopToken &stop,
                                    const Progress &progress)
{
    const Result<TranslateAnswer> answer = m_service->translate(request, stop, progress);
    if (!answer) {
        qWarning("%s", qPrintable(answer.error().text()));
        return {};
    }
    return answer.value();
}

QList<LedgerLine> ServiceFixture::lines(LedgerLine::Kind kind) const
{
    const Result<std::unique_ptr<Ledger>> ledger = Ledger::open(m_folder->filePath("ledger.sqlite"));
    QList<LedgerLine> lines = ledger.value()->lines(0, 10'000).value();
    lines.removeIf([kind](const LedgerLine &line) { return line.kind != kind; });
    return lines;
}

QStringList endsOf(const TranslateAnswer &answer)
{
    QStringList ends;
    for (const Translation &one : answer.translations)
        ends.append(one.error ? one.error->code : one.text);
    return ends;
}

} // namespace verbale::mt::test
