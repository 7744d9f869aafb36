#include "plugins/machine-translation/transport/http_exchange.h"

#include <QtCore/QDebug>
#include <QtTest/QTest>

#include <type_traits>

using namespace verbale::mt;

class MtSecretTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheBytesAndWipesWhatItWasGiven();
    void givesAPrefixedKey();
    void isComparedByItsBytes();
    void hasNoWayIntoText();
    void findsHeadersWhateverTheirCase();
};

void MtSecretTest::keepsTheBytesAndWipesWhatItWasGiven()
{
    QByteArray given("canary-7f31", 11);
    given.detach();
    const char *const at = given.constData();
    const Secret key(std::move(given));
    QCOMPARE(key.reveal().toByteArray(), QByteArray("canary-7f31"));
    QVERIFY(key.reveal().data() != at);
    QVERIFY(given.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is the promise

    const Secret copy = key;
    QCOMPARE(copy.reveal().data(), key.reveal().data());
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArray()).isEmpty());

    QByteArray shared("shared-key");
    const QByteArray other = shared;
    wipe(shared);
    QVERIFY(shared.isEmpty());
    QCOMPARE(other, QByteArray("shared-key"));
}

void MtSecretTest::givesAPrefixedKey()
{
    const Secret key(QByteArray("k1"));
    QCOMPARE(key.prefixed("Bearer ").reveal().toByteArray(), QByteArray("Bearer k1"));
    QVERIFY(Secret().prefixed("Bearer ").isEmpty());
}

void MtSecretTest::isComparedByItsBytes()
{
    QVERIFY(Secret(QByteArray("abc")) == Secret(QByteArray("abc")));
    QVERIFY(!(Secret(QByteArray("abc")) == Secret(QByteArray("abd"))));
    QVERIFY(!(Secret(QByteArray("abc")) == Secret(QByteArray("abcd"))));
    QVERIFY(Secret() == Secret());
}

void MtSecretTest::hasNoWayIntoText()
{
    QVERIFY((!std::is_convertible_v<Secret, QString>));
    QVERIFY((!std::is_convertible_v<Secret, QByteArray>));
    QVERIFY((!std::is_convertible_v<Secret, QByteArrayView>));
    QVERIFY((!QTypeTraits::has_ostream_operator_v<QDebug, Secret>));
}

void MtSecretTest::findsHeadersWhateverTheirCase()
{
    HttpAnswer answer;
    answer.headers = {{"X-Metered-Usage", "12"}, {"x-metered-usage", "13"}};
    QCOMPARE(answer.header("x-metered-usage"), QByteArray("12"));
    QVERIFY(answer.header("X-RequestId").isEmpty());
}

QTEST_GUILESS_MAIN(MtSecretTest)

#include "tst_mt_secret.moc"
