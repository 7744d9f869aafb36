#include <verbale/sdk/plugin.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLibrary>
#include <QtTest/QtTest>

#include <memory>

using namespace verbale;
using namespace Qt::StringLiterals;

class TestGlossaryAlignmentLibrary : public QObject
{
    Q_OBJECT

private slots:
    void loadsAndFindsTerms();
};

void TestGlossaryAlignmentLibrary::loadsAndFindsTerms()
{
    const QString folder = QStringLiteral(VERBALE_PLUGIN_FOLDER);
    QFile file(folder + u"/plugin.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject descriptor = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(descriptor[u"id"_s].toString(), u"org.verbale.glossary-alignment"_s);

    QLibrary library(folder + u'/' + descriptor[u"library"_s].toString());
    QVERIFY2(library.load(), qPrintable(library.errorString()));
    const auto major = reinterpret_cast<int (*)()>(library.resolve("verbale_plugin_sdk_major"));
    const auto create = reinterpret_cast<Plugin *(*)()>(library.resolve("verbale_plugin_create"));
    QVERIFY(major && create);
    QCOMPARE(major(), VERBALE_SDK_MAJOR);

    const std::unique_ptr<Plugin> plugin(create());
    QVERIFY(plugin->start({}).ok());
    for (const QJsonValue &provided : descriptor[u"provides"_s].toArray())
        QVERIFY(plugin->interfaceFor(provided.toString().toStdString()));
    QVERIFY(!plugin->interfaceFor("verbale.check/1"));

    auto *terms = static_cast<TermsProvider *>(plugin->interfaceFor(TermsProvider::interfaceId));
    const Result<TermsAnswer> answer =
        terms->findTerms({u"vi"_s, u"en"_s, {}, false, {{u"1"_s, 7, u"Thăm Nhật Bản"_s, {}}}}, {}, {});
    QVERIFY(answer.ok());
    QCOMPARE(answer->segments.size(), 1);
    QCOMPARE(answer->segments.first().revision, 7);
    QCOMPARE(answer->segments.first().hits.last().target, u"Japan"_s);
    plugin->stop();
}

QTEST_GUILESS_MAIN(TestGlossaryAlignmentLibrary)
#include "tst_glossary_alignment_library.moc"
