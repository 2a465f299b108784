"""Given names that may be one person's: short forms, and one name in several languages.

Only what does not begin alike, for a short form that begins the long one is known from
its letters. A group is a reason to ask, never a proof.
"""

GROUPS = tuple(
    frozenset(line.split())
    for line in """
abigail abby gail
agnieszka aga
albert bert al
alexander aleksander aleksandr alexandre alexandros oleksandr alejandro alessandro
    alexandra aleksandra alex sasha sascha sandra sandy alec aleksandar lex
alexei aleksei alexey aleksey alexi alyosha
andrew andrei andrey andreas andre andres andrea andrii andrzej andy drew
anthony antony antonio antonios anton tony toni
antonis antonios
athanasios thanasis nasos
barbara basia barb
benjamin ben benny
catherine katherine kathryn katharina katarina catalina ekaterina ecaterina yekaterina
    cathy kathy kate katie katya cate kathrin katrin caterina
charalampos haralampos babis charis haris
charles charlie chuck carlos karl carl karel
christina kristina christine kristin cristina tina chris
christopher christophe christoph kristof christoforos chris kris
constantine konstantin konstantinos constantinos kostas costas kostis dinos
daniel daniil danny dani
david dave davide dawid
deborah debra debbie
demetrios dimitrios dimitris demetris dimitri dmitry dmitri dmitriy dmitrii dima
    dimitra jim
edward eduard eduardo edoardo ed eddie ned ted
efstathia stathia
efstathios stathis eustathios
eleni helen elena helena
elizabeth elisabeth elisabetta liz lizzie beth betty betsy eliza lisa elise
emmanouil emmanuel manolis manos manuel
eugene evgeny evgenii evgeniy yevgeny eugenio eugen gene
evangelos vangelis
francis francisco francesco francois frank franz pancho paco fran
frederick friedrich frederic federico fred fritz freddy
gabriel gabriele gavriel gabe
george georg georgios giorgos yorgos george jorge giorgio georgy georgii iorgos
gerald gerard gerhard jerry gerry gerd
gregory grigorios grigoris grigory gregor greg
henry henrik heinrich henri enrique enrico hank harry
hyung hyeong
ioannis giannis yannis yiannis jannis john yanni joannis
isabel isabelle isabella elisabeth bella
jacob jakob jacques jake
james jim jimmy jamie jaime diego
jennifer jenny jen
jeong jung chung joung
joan juan john jean jan johan johannes johann hans ivan jon jonny johnny jack giovanni
    joao ian sean
jonathan jonathon john jon
joseph josef jose giuseppe joe pepe josep jozef yosef iosif
joshua josh
julia yulia iulia juliya
kenneth ken kenny
kyung kyeong
laurence lawrence laurent lorenzo larry lars
leonard leonardo leonid len lenny leo
louis luis luigi ludwig lou ludovic
magdalena magda lena
margaret margarita marguerite meg peggy maggie greta margrit
mario marios
martha marta
matthew mathieu matthieu mateo matteo matthias mathias matt
maximilian maxim maksim max
michael mikhail michail michel miguel michele mihai mike micky mick misha michal mikael
mohammad muhammad mohammed mohamed muhammed mohamad mehmet mohamad
natalia nataliya natalie natasha
nicholas nicolas nikolaos nicolaos nikolai nikolay nicola nikola nick nikos nico niklas
olga olha
panagiotis panayiotis panos takis
patricia patrizia pat patty trish tricia
patrick padraig pat paddy
paul pablo paolo pavel pawel pavlos
peter petr pyotr pedro pietro petros pete piotr pierre per
philip philippe filip felipe filippo phil pip
rebecca rebekah becky
richard ricardo riccardo rick dick rich ricky
robert roberto bob bobby rob robbie bert
ronald ron ronnie
rudolf rudolph rodolfo rudi rudy
samuel samuele sam sammy
sergei sergey serge sergio serhii sergiy
sofia sophia sophie sonia
spyridon spyros spiros
stefan stephan stephen steven stefano esteban etienne stepan szczepan stephanos steve
    stefanos stelios
stephanie stefanie steph
stylianos stelios
susan susanne susanna suzanne sue susie
sung seong
tatiana tatyana tania tanya
theodore theodoros theodor fyodor fedor thodoris ted teddy
thomas tomas tomasz tom tommaso tommy foma
timothy timotheus tim timmy
tobias toby tobi
umeshwar umesh
ursula uschi
valentin valentine val
vasileios vassilis vasilis vasilios basil vasily vasilii vassili bill
victor viktor vittorio
victoria viktoria vicky
vladimir volodymyr wladimir volodya
william bill billy will willy liam wilhelm guillaume guillermo guglielmo
xavier javier
yoon yun youn
young yeong yung
yuri yury yuriy iouri jurij jury
zachary zach zack
""".replace("\n    ", " ").split("\n")
    if line
)
# Family names that are written in Latin letters in several ways.
FAMILIES = tuple(
    frozenset(line.split())
    for line in """
cai tsai
cao tsao
choi choe
cho jo
hsieh xie
hsu xu
jeong jung chung joung
kang gang
kim gim
kwon gwon
lee yi rhee
lyu lu
park pak bak
seo suh
shin sin
tseng zeng
cui tsui
yoon yun
""".splitlines()
    if line
)


def _by_word(groups):
    found = {}
    for group in groups:
        for word in group:
            found[word] = found.get(word, frozenset()) | group
    return found


_GIVEN, _FAMILY = _by_word(GROUPS), _by_word(FAMILIES)


def may_be_called(one: str, other: str) -> bool:
    """Whether two folded given names may be one person's."""
    return other in _GIVEN.get(one, ())


def may_be_written(one: str, other: str) -> bool:
    """Whether two folded family names may be one in other letters."""
    return other in _FAMILY.get(one, ())


def spellings(family: str) -> frozenset[str]:
    """The folded family name and what it may be written as."""
    return _FAMILY.get(family, frozenset()) | {family}


def callings(given: str) -> frozenset[str]:
    """The folded given name and what its bearer may be called."""
    return _GIVEN.get(given, frozenset()) | {given}
