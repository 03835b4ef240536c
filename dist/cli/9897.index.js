export const id=9897;export const ids=[9897];export const modules={7336:e=>{let t=process||{},n=t.argv||[],r=t.env||{},s=!(r.NO_COLOR||n.includes("--no-color"))&&(!!r.FORCE_COLOR||n.includes("--color")||"win32"===t.platform||(t.stdout||{}).isTTY&&"dumb"!==r.TERM||!!r.CI),a=(e,t,n=e)=>r=>{let s=""+r,a=s.indexOf(t,e.length);return~a?e+o(s,t,n,a)+t:e+s+t},o=(e,t,n,r)=>{let s="",a=0;do s+=e.substring(a,r)+n,a=r+t.length,r=e.indexOf(t,a);while(~r)return s+e.substring(a)},i=(e=s)=>{let t=e?a:()=>String;return{isColorSupported:e,reset:t("\x1b[0m","\x1b[0m"),bold:t("\x1b[1m","\x1b[22m","\x1b[22m\x1b[1m"),dim:t("\x1b[2m","\x1b[22m","\x1b[22m\x1b[2m"),italic:t("\x1b[3m","\x1b[23m"),underline:t("\x1b[4m","\x1b[24m"),inverse:t("\x1b[7m","\x1b[27m"),hidden:t("\x1b[8m","\x1b[28m"),strikethrough:t("\x1b[9m","\x1b[29m"),black:t("\x1b[30m","\x1b[39m"),red:t("\x1b[31m","\x1b[39m"),green:t("\x1b[32m","\x1b[39m"),yellow:t("\x1b[33m","\x1b[39m"),blue:t("\x1b[34m","\x1b[39m"),magenta:t("\x1b[35m","\x1b[39m"),cyan:t("\x1b[36m","\x1b[39m"),white:t("\x1b[37m","\x1b[39m"),gray:t("\x1b[90m","\x1b[39m"),bgBlack:t("\x1b[40m","\x1b[49m"),bgRed:t("\x1b[41m","\x1b[49m"),bgGreen:t("\x1b[42m","\x1b[49m"),bgYellow:t("\x1b[43m","\x1b[49m"),bgBlue:t("\x1b[44m","\x1b[49m"),bgMagenta:t("\x1b[45m","\x1b[49m"),bgCyan:t("\x1b[46m","\x1b[49m"),bgWhite:t("\x1b[47m","\x1b[49m"),blackBright:t("\x1b[90m","\x1b[39m"),redBright:t("\x1b[91m","\x1b[39m"),greenBright:t("\x1b[92m","\x1b[39m"),yellowBright:t("\x1b[93m","\x1b[39m"),blueBright:t("\x1b[94m","\x1b[39m"),magentaBright:t("\x1b[95m","\x1b[39m"),cyanBright:t("\x1b[96m","\x1b[39m"),whiteBright:t("\x1b[97m","\x1b[39m"),bgBlackBright:t("\x1b[100m","\x1b[49m"),bgRedBright:t("\x1b[101m","\x1b[49m"),bgGreenBright:t("\x1b[102m","\x1b[49m"),bgYellowBright:t("\x1b[103m","\x1b[49m"),bgBlueBright:t("\x1b[104m","\x1b[49m"),bgMagentaBright:t("\x1b[105m","\x1b[49m"),bgCyanBright:t("\x1b[106m","\x1b[49m"),bgWhiteBright:t("\x1b[107m","\x1b[49m")}};e.exports=i(),e.exports.createColors=i},9897:(e,t,n)=>{n.d(t,{runDemoCommand:()=>Q});var r=n(1455),s=n(6760),a=n.n(s),o=n(3136),i=n(6296),l=n(5666),m=n(1421),d=n(3024),p=n(8161);let c=Date.UTC(2026,0,12,9)/1e3,u="A developer <developer@example.com>",g=({number:e,baseBranch:t,headBranch:n})=>({base:`refs/remotes/origin/${t}`,head:`refs/remotes/origin/${n}`,merge:`refs/remotes/pull/${e}/merge`}),b=({subject:e,agents:t})=>[`${e}
`,...t.length>0?["\n"]:[],...t.map(e=>`Agent: ${e}
`)].join("");function h(e,t){let n=`${c+1200*t} +0000`;return[`commit ${e.reference}
`,`author ${u} ${n}
`,`committer ${e.committer??u} ${n}
`,f(e.message),...void 0===e.from?[]:[`from ${e.from}
`],...void 0===e.merge?[]:[`merge ${e.merge}
`],...Object.entries(e.changes).map(([e,t])=>null===t?`D ${e}
`:`M 100644 inline ${e}
${f(t)}`),"\n"].join("")}let f=e=>`data ${Buffer.byteLength(e)}
${e}
`,_=(e,t)=>[`### ${e}`,"```",...t,"```"].join("\n"),w=e=>`---
name: ${e.name}
description: |
  ${e.description}
model: sonnet
color: "${e.color}"
tools:
  - Read
  - Write
  - Edit
  - Bash
---

You are the **${e.title} Agent** of this project.

## File Ownership

${_("OWNS",e.owns)}

${_("READS",e.reads)}

${_("CANNOT TOUCH",e.cannotTouch)}
`,x=w({name:"backend-django",title:"Backend Django",description:"Django and Django REST Framework specialist. Builds endpoints and business logic.",color:"#092E20",owns:["apps/**/views.py            # DRF views","apps/**/serializers.py      # DRF serializers","apps/**/urls.py             # URL routing","apps/**/services.py         # Business logic","config/**/*                 # Project config","manage.py                   # Django management"],reads:["apps/**/models.py           # Django models (database agent)","apps/**/migrations/**/*     # Migrations (database agent)","requirements.txt            # Dependencies"],cannotTouch:["apps/**/models.py           # Models (database agent)","apps/**/migrations/**/*     # Migrations (database agent)","tests/**/*                  # Tests (testing agent)","frontend/**/*               # Frontend code"]}),y=w({name:"database",title:"Database",description:"Schema specialist. Designs models and writes migrations.",color:"#336791",owns:["apps/**/models.py           # Django models","apps/**/migrations/**/*     # Migrations"],reads:["apps/**/services.py         # Business logic (backend agent)","config/**/*                 # Project config (backend agent)"],cannotTouch:["apps/**/views.py            # Views (backend agent)","apps/**/serializers.py      # Serializers (backend agent)","tests/**/*                  # Tests (testing agent)","frontend/**/*               # Frontend code"]}),T=w({name:"testing",title:"Testing",description:"Test specialist. Writes and mends the tests, never the code that they test.",color:"#7F3FBF",owns:["tests/**/*                  # Tests and their factories"],reads:["apps/**/*                   # Code under test","frontend/**/*               # Code under test"],cannotTouch:["apps/**/*                   # Code under test","config/**/*                 # Project config (backend agent)","frontend/**/*               # Frontend code"]}),j={".claude/agents/backend-django.md":x,".claude/agents/database.md":y,".claude/agents/frontend.md":w({name:"frontend",title:"Frontend",description:"User interface specialist. Builds pages on top of the API.",color:"#F7DF1E",owns:["frontend/**/*               # Pages and styles"],reads:["apps/**/serializers.py      # Shape of the API (backend agent)","apps/**/urls.py             # Routes of the API (backend agent)"],cannotTouch:["apps/**/*                   # Django code","config/**/*                 # Project config (backend agent)","tests/**/*                  # Tests (testing agent)"]}),".claude/agents/testing.md":T},$=/<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs,v=e=>e.trimStart().startsWith("```"),B=/`([^`]+)`|<code>(.*?)<\/code>|\[((?:\\.|[^\]\\])*)\]\([^)]*\)|\*\*(.+?)\*\*|<[^>]+>|&#(\d+);|&(amp|lt|gt|quot);|\\([!-/:-@[-`{-~])/g,E={amp:"&",lt:"<",gt:">",quot:'"'},A=e=>e.replaceAll(B,(e,...t)=>{let[n,r,s,a,o,i,l]=t;if(void 0!==n)return n;let m=r??s??a;return void 0!==m?A(m):void 0!==o?String.fromCodePoint(Number(o)):void 0===i?l??"":E[i]??""}),O={error:e=>e.red("✖ error  "),warning:e=>e.yellow("▲ warning"),notice:e=>e.cyan("● notice ")},R=P("developer",1001);function P(e,t){return{login:e,id:t,url:`https://api.github.com/users/${e}`,html_url:`https://github.com/${e}`,type:"User",site_admin:!1}}function k(e,t,n){let[r="",s=""]=e.split("/");return{id:t,name:s,full_name:e,private:!1,owner:{...P(r,t+1e3),type:"Organization"},url:`https://api.github.com/repos/${e}`,html_url:`https://github.com/${e}`,clone_url:`https://github.com/${e}.git`,fork:!1,default_branch:n}}let U=({ref:e,sha:t},n)=>({label:`${n.owner.login}:${e}`,ref:e,sha:t,user:n.owner,repo:n}),I=new Set(["add-mask","add-matcher","add-path","debug","echo","endgroup","error","group","notice","remove-matcher","save-state","set-env","set-output","stop-commands","warning"]),S=["error","warning","notice"];function F(e){let t=[],n=null;for(let r of e.split(/\r\n|\r|\n/)){let e=null===n?I:new Set([...I,n]),s=function(e,t){let n=/^\s*::(.*?)::(.*)$/.exec(e);return null===n?null:M((n[1]??"").trimEnd(),n[2]??"",t,{separator:",",unescapeProperty:N({"%0D":"\r","%0A":"\n","%3A":":","%2C":",","%25":"%"}),unescapeMessage:N({"%0D":"\r","%0A":"\n","%25":"%"})})}(r,e)??function(e,t){let n=/##\[(.*?)\](.*)$/.exec(e),r=N({"%3B":";","%0D":"\r","%0A":"\n","%5D":"]","%25":"%"});return null===n?null:M(n[1]??"",n[2]??"",t,{separator:";",unescapeProperty:r,unescapeMessage:r})}(r,e);null!==s&&(null!==n?s.name===n&&(n=null):"stop-commands"===s.name?n=s.message.toLowerCase():t.push(s))}return t}function M(e,t,n,r){let s=e.indexOf(" "),a=(s<0?e:e.slice(0,s)).toLowerCase();return n.has(a)?{name:a,properties:Object.fromEntries((s>0?e.slice(s+1).split(r.separator):[]).flatMap(e=>{let t=/^\s*([^=]+)=(.+)$/.exec(e);return null===t?[]:[[(t[1]??"").toLowerCase(),r.unescapeProperty(t[2]??"")]]})),message:r.unescapeMessage(t)}:null}let N=e=>t=>Object.entries(e).reduce((e,[t,n])=>e.replaceAll(t,n),t),H=e=>{let t=Number(e);return Number.isInteger(t)&&t>0?t:null},C=["GITHUB_OUTPUT","GITHUB_STEP_SUMMARY","GITHUB_STATE","GITHUB_PATH","GITHUB_ENV"],D={CI:"true",GITHUB_ACTIONS:"true",GITHUB_ACTION:"__self",GITHUB_ACTOR:"developer",GITHUB_API_URL:"https://api.github.com",GITHUB_GRAPHQL_URL:"https://api.github.com/graphql",GITHUB_JOB:"agent-ownership",GITHUB_RUN_ATTEMPT:"1",GITHUB_RUN_ID:"1",GITHUB_RUN_NUMBER:"1",GITHUB_SERVER_URL:"https://github.com",GITHUB_WORKFLOW:"Agent Ownership",LANG:"C.UTF-8",RUNNER_ARCH:"X64",RUNNER_ENVIRONMENT:"github-hosted",RUNNER_OS:"Linux"},G={"README.md":"# Blog\n\nA blog with an API.\n","apps/blog/migrations/0001_initial.py":`from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("body", models.TextField()),
                ("published_at", models.DateTimeField(null=True)),
            ],
        ),
    ]
`,"apps/blog/models.py":`from django.db import models


class Post(models.Model):
    title = models.CharField(max_length=200)
    body = models.TextField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-published_at"]
`,"apps/blog/serializers.py":`from rest_framework import serializers

from .models import Post


class PostSerializer(serializers.ModelSerializer):
    class Meta:
        model = Post
        fields = ["id", "title", "body", "published_at"]
`,"apps/blog/services.py":`from .models import Post


def published_posts():
    return Post.objects.filter(published_at__isnull=False)
`,"apps/blog/urls.py":`from rest_framework.routers import DefaultRouter

from .views import PostViewSet

router = DefaultRouter()
router.register("posts", PostViewSet, basename="post")

urlpatterns = router.urls
`,"apps/blog/views.py":`from rest_framework import viewsets

from .serializers import PostSerializer
from .services import published_posts


class PostViewSet(viewsets.ReadOnlyModelViewSet):
    serializer_class = PostSerializer

    def get_queryset(self):
        return published_posts()
`,"config/settings.py":`INSTALLED_APPS = ["rest_framework", "apps.blog"]
ROOT_URLCONF = "config.urls"
`,"config/urls.py":`from django.urls import include, path

urlpatterns = [path("api/", include("apps.blog.urls"))]
`,"frontend/posts.js":`export async function showPosts(list) {
  const posts = await (await fetch('/api/posts/')).json();
  list.replaceChildren(...posts.map((post) => new Option(post.title)));
}
`,"manage.py":`import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
execute_from_command_line()
`,"requirements.txt":"Django==5.2\ndjangorestframework==3.16\n","tests/factories.py":`from apps.blog.models import Post


def make_post(**fields):
    return Post.objects.create(**{"title": "A post", "body": "Some words", **fields})
`,"tests/test_posts.py":`from tests.factories import make_post


def test_drafts_are_not_listed(client, db):
    make_post(published_at=None)
    assert client.get("/api/posts/").json() == []
`},L=e=>{let t=G[e];if(void 0===t)throw Error(`The demo's project has no ${e}`);return t},q=L("apps/blog/models.py").replace("    published_at","    reading_minutes = models.PositiveSmallIntegerField(default=1)\n    published_at"),z=`${L("apps/blog/services.py")}

def reading_minutes(body):
    return max(1, len(body.split()) // 200)
`,W=`from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("blog", "0001_initial")]
    operations = [
        migrations.AddField("post", "reading_minutes", models.PositiveSmallIntegerField(default=1)),
    ]
`,V=`from apps.blog.services import reading_minutes


def test_an_empty_post_takes_a_minute():
    assert reading_minutes("") == 1
`,Y={number:7,title:"Show how long a post takes to read",repository:"octo-org/blog",baseBranch:"main",headBranch:"reading-time",start:{subject:"Start the blog",agents:[],changes:{...G,...j}},meanwhile:{subject:"Upgrade Django",agents:[],changes:{"requirements.txt":"Django==6.0\ndjangorestframework==3.16\n"}},commits:[{subject:"Store how long a post takes to read",agents:["database"],changes:{"apps/blog/migrations/0002_post_reading_minutes.py":W,"apps/blog/models.py":q}},{subject:"Serve the reading time",agents:["backend-django"],changes:{"apps/blog/serializers.py":L("apps/blog/serializers.py").replace('"body", ','"body", "reading_minutes", '),"apps/blog/services.py":z}},{subject:"List short posts first",agents:["backend-django"],changes:{"apps/blog/models.py":q.replace('"-published_at"','"reading_minutes"')}},{subject:"Use the test factories as sample data",agents:["backend-django"],changes:{"tests/factories.py":null,"apps/blog/samples.py":L("tests/factories.py")}},{subject:"Show the reading time on the page",agents:["backend-django"],changes:{"frontend/posts.js":L("frontend/posts.js").replace("post.title","`${post.title} (${post.reading_minutes} min)`")}},{subject:"Leave the page to the frontend agent",agents:["backend-django"],changes:{"frontend/posts.js":L("frontend/posts.js")}},{subject:"Round the reading time up, and test it",agents:["backend-django","testing"],changes:{"apps/blog/services.py":z.replace(" // 200)"," // 200 + 1)"),"tests/test_reading_time.py":V}},{subject:"Offer the short posts at an address of their own",agents:["backend-djagno"],changes:{"apps/blog/urls.py":L("apps/blog/urls.py").replace('basename="post")\n','basename="post")\nrouter.register("short-posts", PostViewSet, basename="short-post")\n')}},{subject:"Mention the reading time in the README",agents:[],changes:{"README.md":"# Blog\n\nA blog with an API. It tells how long a post takes to read.\n"}}]},J=new Set(["report","sarif"]),K=(0,l.tp)([["  agent-ownership lint","what each definition was understood to say"],["  agent-ownership check","judge your branch as the action would"],["  agent-ownership explain PATH","who may touch a path, and which line says so"],["  README.md","the workflow file that makes the check required"]]).join("\n");var X=n(9966);let Q=({keep:e},t)=>{let n;return async function(e){await async function(e){try{await (0,r.access)(e,r.constants.R_OK)}catch(t){throw new i.L("unreadable-file",e,{cause:t})}}(e.actionPath);let t=await (0,r.mkdtemp)(a().join(e.tempParent,"agent-ownership-demo-"));try{await async function({environment:e,nodePath:t,actionPath:n,keep:s,write:o,paint:c},u){var f;let _,w,x,y,T=function(e,t){try{return function(e,t,n){let r=(e,r="")=>(0,m.execFileSync)("git",e,{cwd:t,input:r,encoding:"utf8",env:{PATH:n.PATH,HOME:t,GIT_CONFIG_NOSYSTEM:"1",GIT_CONFIG_GLOBAL:p.devNull,GIT_TERMINAL_PROMPT:"0",LC_ALL:"C"},stdio:"pipe"}).trim();(0,d.mkdirSync)(t,{recursive:!0}),r(["init","--quiet","--template=","--object-format=sha1",`--initial-branch=${e.baseBranch}`]),r(["config","core.autocrlf","false"]),r(["remote","add","origin",`https://github.com/${e.repository}.git`]),r(["fast-import","--quiet"],function(e){let{base:t,head:n,merge:r}=g(e),s=e.commits.reduce((e,{changes:t})=>({...e,...t}),{});return[{reference:t,message:b(e.start),changes:e.start.changes},...e.commits.map((e,r)=>({reference:n,message:b(e),changes:e.changes,...0===r?{from:t}:{}})),{reference:t,message:b(e.meanwhile),changes:e.meanwhile.changes},{reference:r,message:`Merge ${e.headBranch} into ${e.baseBranch}
`,changes:s,from:t,merge:n,committer:"GitHub <noreply@github.com>"}].map(h).join("")}(e));let{base:s,head:a,merge:o}=g(e);return r(["checkout","--quiet","--detach",o]),{repository:t,base:r(["rev-parse",s]),head:r(["rev-parse",a]),merge:r(["rev-parse",o]),commits:r(["rev-list","--reverse",`${s}..${a}`]).split("\n"),changedFiles:r(["diff","--find-renames","--name-only",`${s}...${a}`]).split("\n").length}}(Y,e,t)}catch(n){let{code:e,message:t}=n;throw"ENOENT"===e?new i.L("git-missing","",{cause:n}):new i.L("git-failed",t,{cause:n})}}(a().join(u,"repository"),e),{number:B,title:E,headBranch:P,baseBranch:I}=Y,M=(e,t)=>{o(`
${c.bold(e)}

${t}
`)};o(`${c.bold("Agent Ownership: a demo on a small real repository")}

`),o("Four agents work on a blog in Django. Each has a definition in .claude/agents that says what it\n"),o("OWNS, READS and CANNOT TOUCH. This is what backend-django.md says last:\n\n"),o(`${(f=j[".claude/agents/backend-django.md"]??"",w=(_=f.split("\n")).indexOf("### CANNOT TOUCH"),x=_.indexOf("```",w+2),_.slice(w,x+1).map(e=>"  "+c.dim(e)).join("\n"))}
`),M(`Pull request #${B}: ${E} (${P} into ${I})`,(0,l.tp)(Y.commits.map((e,t)=>[(T.commits[t]??"").slice(0,7),e.subject,(({agents:e})=>0===e.length?"(a person)":e.map(e=>`Agent: ${e}`).join(", "))(e)]),(e,t)=>0===t?c.yellow(e):e).map(e=>"  "+e).join("\n"));let N=await async function(e,t,n){var s;let o,l,d,c=(o=k((s={action:"opened",number:Y.number,title:Y.title,base:{ref:Y.baseBranch,sha:e.base},head:{ref:Y.headBranch,sha:e.head},repository:Y.repository,headRepository:Y.repository,commits:e.commits.length,changedFiles:e.changedFiles,labels:[]}).repository,2001,s.base.ref),l=s.headRepository===s.repository?o:k(s.headRepository,2002,s.base.ref),d=`${o.html_url}/pull/${s.number}`,{action:s.action,number:s.number,pull_request:{url:`${o.url}/pulls/${s.number}`,html_url:d,diff_url:`${d}.diff`,patch_url:`${d}.patch`,id:3001,node_id:"PR_kwDOAAABAQ",number:s.number,state:"open",locked:!1,title:s.title,user:R,body:null,created_at:"2026-01-12T09:00:00Z",updated_at:"2026-01-12T12:00:00Z",closed_at:null,merged_at:null,merge_commit_sha:null,labels:s.labels.map(e=>({name:e,color:"ededed",default:!1,description:null})),draft:!1,head:U(s.head,l),base:U(s.base,o),author_association:"MEMBER",merged:!1,mergeable:null,maintainer_can_modify:!1,commits:s.commits,changed_files:s.changedFiles},repository:o,sender:R}),u=await async function(e){let t,n=t=>a().join(e.runnerFolder,t);await (0,r.mkdir)(n("temp"),{recursive:!0}),await (0,r.mkdir)(n("home"),{recursive:!0}),await Promise.all(C.map(e=>(0,r.writeFile)(n(e),""))),await (0,r.writeFile)(n("event.json"),"string"==typeof e.event?e.event:JSON.stringify(e.event));let s={...D,PATH:e.environment.PATH??"",HOME:n("home"),RUNNER_TEMP:n("temp"),GITHUB_WORKSPACE:e.workspace,GITHUB_EVENT_NAME:e.eventName,GITHUB_EVENT_PATH:n("event.json"),...Object.fromEntries(C.map(e=>[e,n(e)])),...Object.fromEntries(Object.entries(e.inputs??{}).map(([e,t])=>{let n;return[(n=e,`INPUT_${n.replaceAll(" ","_").toUpperCase()}`),t]})),...e.variables};await (0,r.writeFile)(n("step.env"),(t=s,Object.entries(t).map(([e,t])=>`${e}='${t}'
`).join("")));let o=await (({nodePath:e,actionPath:t,workspace:n},r)=>new Promise((s,a)=>{let o=(0,m.spawn)(e,[t],{cwd:n,env:r,stdio:["ignore","pipe","pipe"]}),i=[],l=[];o.stdout.on("data",e=>i.push(e)),o.stderr.on("data",e=>l.push(e)),o.on("error",a),o.on("close",(e,t)=>{null===e?a(Error(`The action was killed by ${String(t)}`)):s({exitCode:e,stdout:Buffer.concat(i).toString("utf8"),stderr:Buffer.concat(l).toString("utf8")})})}))(e,s),i=[o.stdout,o.stderr].flatMap(F);return{...o,commands:i,annotations:i.flatMap(({name:e,properties:t,message:n})=>{let r=S.find(t=>t===e);if(void 0===r||""===n.trim())return[];let s=H(t.line)??H(t.endline);return[{level:r,message:n,title:t.title??null,path:t.file??null,startLine:s,endLine:H(t.endline)??s}]}),outputs:function(e){let t={},n=e.split(p.EOL);for(let e=0;e<n.length;e+=1){let r=n[e]??"";if(""===r)continue;let s=/^([^=]+?)<<(.+)$/.exec(r),a=/^([^=]+)=(.*)$/.exec(r);if(null!==s){let a=n.indexOf(s[2]??"",e+1);if(a<0)throw Error(`Matching delimiter not found: ${r}`);t[s[1]??""]=n.slice(e+1,a).join(p.EOL),e=a}else if(null!==a)t[a[1]??""]=a[2]??"";else throw Error(`Invalid format: ${r}`)}return t}(await (0,r.readFile)(n("GITHUB_OUTPUT"),"utf8")),summary:await (0,r.readFile)(n("GITHUB_STEP_SUMMARY"),"utf8")}}({...t,workspace:e.repository,runnerFolder:n,eventName:"pull_request",event:c,variables:(({number:e,pull_request:t,repository:n},r)=>({GITHUB_BASE_REF:t.base.ref,GITHUB_HEAD_REF:t.head.ref,GITHUB_REF:`refs/pull/${e}/merge`,GITHUB_REF_NAME:`${e}/merge`,GITHUB_REF_TYPE:"branch",GITHUB_REPOSITORY:n.full_name,GITHUB_REPOSITORY_OWNER:n.owner.login,GITHUB_SHA:r}))(c,e.merge)});if("success"===u.outputs.conclusion||"failure"===u.outputs.conclusion)return u;let g=u.annotations.map(({message:e})=>e).join("\n");throw new i.L("internal",""===g?u.stderr.trim():g)}(T,{environment:e,nodePath:t,actionPath:n},a().join(u,"runner"));M("The check runs. Annotations on the pull request:",(y=N.annotations,y.map(({level:e,path:t,startLine:n,title:r,message:s})=>{let a=null===n?t:`${t??""}:${n}`,o=[O[e](c),a,c.bold(r??s)],i=(null===r?"":s).split("\n").flatMap(e=>(0,l.LV)(e,"    "));return["  "+o.filter(e=>null!==e).join("  "),...i].filter(e=>""!==e.trim()).join("\n")}).join("\n\n"))),M("Job summary:",function(e,t){let[n="",...r]=e.split(/^(?=### )/m),s=r.join("").match(/<details>.*?<\/details>/gs)??[];return function(e,t){let n=e.replace($,"▸ $1").split("\n"),r=[],s=0,a=e=>{let t=n.findIndex((t,n)=>n>=s&&!e(t)),r=n.slice(s,t<0?n.length:t);return s+=r.length,r};for(;s<n.length;){let e=n[s]??"";v(e)?(s+=1,r.push(...a(e=>!v(e)).map(e=>`  ${t.cyan(e)}`)),s+=1):e.startsWith("|")?r.push(...function(e,t){let n=e.filter(e=>!/^[|\s:-]+$/.test(e)).map(e=>e.replaceAll(/^\||\|\s*$/g,"").split(/(?<!\\)\|/).map(e=>A(e.trim()))),[r="",...s]=(0,l.tp)(n);return[t.bold(r),...s]}(a(e=>e.startsWith("|")),t)):(r.push(...function(e,t){let n=/^#+ +(.*)$/.exec(e)?.[1];if(void 0!==n)return["",t.bold(A(n)),""];let[r=""]=/^\s*(?:[-*] +|▸ )?/.exec(e.trimEnd())??[];return(0,l.wW)(r,A(e.slice(r.length).trimEnd()),e=>e)}(e,t)),s+=1)}return r.filter((e,t)=>""!==e||""!==r[t-1]).join("\n").trim()}([n,...0===r.length?[]:["… each finding once more, with the command to copy"],...s].join("\n\n"),t)}(N.summary,c)),M("Result:",function({exitCode:e,outputs:t},n){let r=0===e?n.green("The required check is green: the pull request can be merged."):n.red("The required check is red: the pull request cannot be merged like this."),s=Object.entries(t).filter(([e])=>!J.has(e));return`  ${r}
  exit code ${e}, outputs: ${s.map(([e,t])=>`${e}=${t}`).join(", ")}`}(N,c)),M("Next, in a repository with definitions in .claude/agents:",K),s&&M("Kept:",`  ${T.repository}`)}(e,t)}finally{e.keep||await (0,r.rm)(t,{recursive:!0,force:!0})}return 0}({environment:t.environment,nodePath:t.nodePath,actionPath:(n=t.programUrl,a().join(a().dirname((0,o.fileURLToPath)(n)),"..","action","index.js")),tempParent:t.temporaryDirectory,keep:e??!1,write:e=>{t.write(e)},paint:(0,X.ev)(t)})}},9966:(e,t,n)=>{n.d(t,{ev:()=>p,iX:()=>c,u5:()=>d});var r=n(1455),s=n(6760),a=n(7336),o=n.n(a),i=n(6296),l=n(2622),m=n(1028);async function d(e,{format:t,output:n},a){let o=void 0===n?{paint:p(a),width:(0,m.e)(a)}:{paint:l.p,width:(0,m.e)({columns:null})},u=c(await e[t](o));if(void 0===n)return void a.write(u);try{await (0,r.writeFile)((0,s.resolve)(a.workingDirectory,n),u)}catch(e){throw new i.L("unwritable-file",n,{cause:e})}}let p=({colour:e})=>o().createColors(e),c=e=>e.endsWith("\n")?e:`${e}
`},6105:(e,t,n)=>{n.d(t,{F1:()=>o,Ng:()=>m,nX:()=>l});let r=[[4352,4447],[11904,12350],[12353,42191],[43360,43388],[44032,55203],[63744,64255],[65072,65135],[65281,65376],[65504,65510],[127744,128591],[128640,128767],[129280,129791],[131072,262141]],s=/^[ -~]*$/,a=/^\p{M}$/u;function o(e){if(s.test(e))return e.length;let t=0;for(let n of e)t+=i(n);return t}function i(e){let t=e.codePointAt(0)??0;return t<768?1:r.some(([e,n])=>t>=e&&t<=n)?2:+!a.test(e)}function l(e,t){return o(e)<=t?e:`${d(e,t-1)}…`}function m(e,t){if(o(e)<=t)return e;let n=Math.floor((t-1)/2);return`${d(e,t-1-n)}…${function(e,t){let n=[],r=0;for(let s of Array.from(e).reverse()){if((r+=i(s))>t)break;n.push(s)}return n.reverse().join("")}(e,n)}`}function d(e,t){let n="",r=0;for(let s of e){if((r+=i(s))>t)break;n+=s}return n}},5666:(e,t,n)=>{n.d(t,{CF:()=>i,D3:()=>l,LV:()=>s,f:()=>o,tp:()=>m,wW:()=>a});var r=n(6105);function s(e,t,n=96){let a=[],o=n-t.length,i="",l=0;for(let n of e.split(" ")){let e=(0,r.F1)(n);""!==i&&l+1+e>o?(a.push(t+i),i=n,l=e):(l=""===i?e:l+1+e,i=""===i?n:`${i} ${n}`)}return[...a,t+i]}function a(e,t,n){return s(t," ".repeat(e.length)).map((t,r)=>0===r?n(e)+t.slice(e.length):t)}let o=(e,t)=>e+" ".repeat(Math.max(0,t-(0,r.F1)(e))),i=(e,t)=>" ".repeat(Math.max(0,t-(0,r.F1)(e)))+e,l=e=>e.reduce((e,t)=>Math.max(e,(0,r.F1)(t)),0);function m(e,t=e=>e){let n=[];for(let t of e)for(let[e,s]of t.entries())n[e]=Math.max(n[e]??0,(0,r.F1)(s));return e.map(e=>e.map((r,s)=>{let a=s===e.length-1?0:n[s]??0;return t(r,s)+o(r,a).slice(r.length)}).join("  ").trimEnd())}},2622:(e,t,n)=>{n.d(t,{G:()=>a,p:()=>s});let r=e=>e,s={red:r,yellow:r,green:r,cyan:r,dim:r,bold:r};function a(e,{red:t,yellow:n,cyan:r}){switch(e){case"error":return t;case"warning":return n;case"notice":return r}}}};