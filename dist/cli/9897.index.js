export const id=9897;export const ids=[9897];export const modules={9897:(e,t,n)=>{n.d(t,{runDemoCommand:()=>X});var s=n(1455),r=n(6760),a=n.n(r),o=n(3136),i=n(6296),l=n(5666),p=n(1421),d=n(3024),c=n(8161);let m=Date.UTC(2026,0,12,9)/1e3,u="A developer <developer@example.com>",g=({number:e,baseBranch:t,headBranch:n})=>({base:`refs/remotes/origin/${t}`,head:`refs/remotes/origin/${n}`,merge:`refs/remotes/pull/${e}/merge`}),h=({subject:e,agents:t})=>[`${e}
`,...t.length>0?["\n"]:[],...t.map(e=>`Agent: ${e}
`)].join("");function f(e,t){let n=`${m+1200*t} +0000`;return[`commit ${e.reference}
`,`author ${u} ${n}
`,`committer ${e.committer??u} ${n}
`,b(e.message),...void 0===e.from?[]:[`from ${e.from}
`],...void 0===e.merge?[]:[`merge ${e.merge}
`],...Object.entries(e.changes).map(([e,t])=>null===t?`D ${e}
`:`M 100644 inline ${e}
${b(t)}`),"\n"].join("")}let b=e=>`data ${Buffer.byteLength(e)}
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
`,y=w({name:"backend-django",title:"Backend Django",description:"Django and Django REST Framework specialist. Builds endpoints and business logic.",color:"#092E20",owns:["apps/**/views.py            # DRF views","apps/**/serializers.py      # DRF serializers","apps/**/urls.py             # URL routing","apps/**/services.py         # Business logic","config/**/*                 # Project config","manage.py                   # Django management"],reads:["apps/**/models.py           # Django models (database agent)","apps/**/migrations/**/*     # Migrations (database agent)","requirements.txt            # Dependencies"],cannotTouch:["apps/**/models.py           # Models (database agent)","apps/**/migrations/**/*     # Migrations (database agent)","tests/**/*                  # Tests (testing agent)","frontend/**/*               # Frontend code"]}),T=w({name:"database",title:"Database",description:"Schema specialist. Designs models and writes migrations.",color:"#336791",owns:["apps/**/models.py           # Django models","apps/**/migrations/**/*     # Migrations"],reads:["apps/**/services.py         # Business logic (backend agent)","config/**/*                 # Project config (backend agent)"],cannotTouch:["apps/**/views.py            # Views (backend agent)","apps/**/serializers.py      # Serializers (backend agent)","tests/**/*                  # Tests (testing agent)","frontend/**/*               # Frontend code"]}),j=w({name:"testing",title:"Testing",description:"Test specialist. Writes and mends the tests, never the code that they test.",color:"#7F3FBF",owns:["tests/**/*                  # Tests and their factories"],reads:["apps/**/*                   # Code under test","frontend/**/*               # Code under test"],cannotTouch:["apps/**/*                   # Code under test","config/**/*                 # Project config (backend agent)","frontend/**/*               # Frontend code"]}),$={".claude/agents/backend-django.md":y,".claude/agents/database.md":T,".claude/agents/frontend.md":w({name:"frontend",title:"Frontend",description:"User interface specialist. Builds pages on top of the API.",color:"#F7DF1E",owns:["frontend/**/*               # Pages and styles"],reads:["apps/**/serializers.py      # Shape of the API (backend agent)","apps/**/urls.py             # Routes of the API (backend agent)"],cannotTouch:["apps/**/*                   # Django code","config/**/*                 # Project config (backend agent)","tests/**/*                  # Tests (testing agent)"]}),".claude/agents/testing.md":j},v=/<details>\s*<summary>(.*?)<\/summary>.*?<\/details>/gs,P=e=>e.trimStart().startsWith("```"),E=/`([^`]+)`|<code>(.*?)<\/code>|\[((?:\\.|[^\]\\])*)\]\([^)]*\)|\*\*(.+?)\*\*|<[^>]+>|&#(\d+);|&(amp|lt|gt|quot);|\\([!-/:-@[-`{-~])/g,A={amp:"&",lt:"<",gt:">",quot:'"'},k=e=>e.replaceAll(E,(e,...t)=>{let[n,s,r,a,o,i,l]=t;if(void 0!==n)return n;let p=s??r??a;return void 0!==p?k(p):void 0!==o?String.fromCodePoint(Number(o)):void 0===i?l??"":A[i]??""}),R={error:e=>e.red("✖ error  "),warning:e=>e.yellow("▲ warning"),notice:e=>e.cyan("● notice ")},U=O("developer",1001);function O(e,t){return{login:e,id:t,url:`https://api.github.com/users/${e}`,html_url:`https://github.com/${e}`,type:"User",site_admin:!1}}function B(e,t,n){let[s="",r=""]=e.split("/");return{id:t,name:r,full_name:e,private:!1,owner:{...O(s,t+1e3),type:"Organization"},url:`https://api.github.com/repos/${e}`,html_url:`https://github.com/${e}`,clone_url:`https://github.com/${e}.git`,fork:!1,default_branch:n}}let I=({ref:e,sha:t},n)=>({label:`${n.owner.login}:${e}`,ref:e,sha:t,user:n.owner,repo:n}),F=new Set(["add-mask","add-matcher","add-path","debug","echo","endgroup","error","group","notice","remove-matcher","save-state","set-env","set-output","stop-commands","warning"]),S=["error","warning","notice"];function M(e){let t=[],n=null;for(let s of e.split(/\r\n|\r|\n/)){let e=null===n?F:new Set([...F,n]),r=function(e,t){let n=/^\s*::(.*?)::(.*)$/.exec(e);return null===n?null:N((n[1]??"").trimEnd(),n[2]??"",t,{separator:",",unescapeProperty:H({"%0D":"\r","%0A":"\n","%3A":":","%2C":",","%25":"%"}),unescapeMessage:H({"%0D":"\r","%0A":"\n","%25":"%"})})}(s,e)??function(e,t){let n=/##\[(.*?)\](.*)$/.exec(e),s=H({"%3B":";","%0D":"\r","%0A":"\n","%5D":"]","%25":"%"});return null===n?null:N(n[1]??"",n[2]??"",t,{separator:";",unescapeProperty:s,unescapeMessage:s})}(s,e);null!==r&&(null!==n?r.name===n&&(n=null):"stop-commands"===r.name?n=r.message.toLowerCase():t.push(r))}return t}function N(e,t,n,s){let r=e.indexOf(" "),a=(r<0?e:e.slice(0,r)).toLowerCase();return n.has(a)?{name:a,properties:Object.fromEntries((r>0?e.slice(r+1).split(s.separator):[]).flatMap(e=>{let t=/^\s*([^=]+)=(.+)$/.exec(e);return null===t?[]:[[(t[1]??"").toLowerCase(),s.unescapeProperty(t[2]??"")]]})),message:s.unescapeMessage(t)}:null}let H=e=>t=>Object.entries(e).reduce((e,[t,n])=>e.replaceAll(t,n),t),D=e=>{let t=Number(e);return Number.isInteger(t)&&t>0?t:null},G=["GITHUB_OUTPUT","GITHUB_STEP_SUMMARY","GITHUB_STATE","GITHUB_PATH","GITHUB_ENV"],x={CI:"true",GITHUB_ACTIONS:"true",GITHUB_ACTION:"__self",GITHUB_ACTOR:"developer",GITHUB_API_URL:"https://api.github.com",GITHUB_GRAPHQL_URL:"https://api.github.com/graphql",GITHUB_JOB:"agent-ownership",GITHUB_RUN_ATTEMPT:"1",GITHUB_RUN_ID:"1",GITHUB_RUN_NUMBER:"1",GITHUB_SERVER_URL:"https://github.com",GITHUB_WORKFLOW:"Agent Ownership",LANG:"C.UTF-8",RUNNER_ARCH:"X64",RUNNER_ENVIRONMENT:"github-hosted",RUNNER_OS:"Linux"},C={"README.md":"# Blog\n\nA blog with an API.\n","apps/blog/migrations/0001_initial.py":`from django.db import migrations, models


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
`},L=e=>{let t=C[e];if(void 0===t)throw Error(`The demo's project has no ${e}`);return t},q=L("apps/blog/models.py").replace("    published_at","    reading_minutes = models.PositiveSmallIntegerField(default=1)\n    published_at"),z=`${L("apps/blog/services.py")}

def reading_minutes(body):
    return max(1, len(body.split()) // 200)
`,V=`from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("blog", "0001_initial")]
    operations = [
        migrations.AddField("post", "reading_minutes", models.PositiveSmallIntegerField(default=1)),
    ]
`,W=`from apps.blog.services import reading_minutes


def test_an_empty_post_takes_a_minute():
    assert reading_minutes("") == 1
`,Y={number:7,title:"Show how long a post takes to read",repository:"octo-org/blog",baseBranch:"main",headBranch:"reading-time",start:{subject:"Start the blog",agents:[],changes:{...C,...$}},meanwhile:{subject:"Upgrade Django",agents:[],changes:{"requirements.txt":"Django==6.0\ndjangorestframework==3.16\n"}},commits:[{subject:"Store how long a post takes to read",agents:["database"],changes:{"apps/blog/migrations/0002_post_reading_minutes.py":V,"apps/blog/models.py":q}},{subject:"Serve the reading time",agents:["backend-django"],changes:{"apps/blog/serializers.py":L("apps/blog/serializers.py").replace('"body", ','"body", "reading_minutes", '),"apps/blog/services.py":z}},{subject:"List short posts first",agents:["backend-django"],changes:{"apps/blog/models.py":q.replace('"-published_at"','"reading_minutes"')}},{subject:"Use the test factories as sample data",agents:["backend-django"],changes:{"tests/factories.py":null,"apps/blog/samples.py":L("tests/factories.py")}},{subject:"Show the reading time on the page",agents:["backend-django"],changes:{"frontend/posts.js":L("frontend/posts.js").replace("post.title","`${post.title} (${post.reading_minutes} min)`")}},{subject:"Leave the page to the frontend agent",agents:["backend-django"],changes:{"frontend/posts.js":L("frontend/posts.js")}},{subject:"Round the reading time up, and test it",agents:["backend-django","testing"],changes:{"apps/blog/services.py":z.replace(" // 200)"," // 200 + 1)"),"tests/test_reading_time.py":W}},{subject:"Offer the short posts at an address of their own",agents:["backend-djagno"],changes:{"apps/blog/urls.py":L("apps/blog/urls.py").replace('basename="post")\n','basename="post")\nrouter.register("short-posts", PostViewSet, basename="short-post")\n')}},{subject:"Mention the reading time in the README",agents:[],changes:{"README.md":"# Blog\n\nA blog with an API. It tells how long a post takes to read.\n"}}]},J=new Set(["report","sarif"]),K=(0,l.tp)([["  agent-ownership lint","what each definition was understood to say"],["  agent-ownership check","judge your branch as the action would"],["  agent-ownership explain PATH","who may touch a path, and which line says so"],["  README.md","the workflow file that makes the check required"]]).join("\n");var Q=n(1028);let X=({keep:e},t)=>{let n;return async function(e){await async function(e){try{await (0,s.access)(e,s.constants.R_OK)}catch(t){throw new i.L("unreadable-file",e,{cause:t})}}(e.actionPath);let t=await (0,s.mkdtemp)(a().join(e.tempParent,"agent-ownership-demo-"));try{await async function({environment:e,nodePath:t,actionPath:n,keep:r,write:o,paint:m},u){let b,_,w,y=function(e,t){try{return function(e,t,n){let s=(e,s="")=>(0,p.execFileSync)("git",e,{cwd:t,input:s,encoding:"utf8",env:{PATH:n.PATH,HOME:t,GIT_CONFIG_NOSYSTEM:"1",GIT_CONFIG_GLOBAL:c.devNull,GIT_TERMINAL_PROMPT:"0",LC_ALL:"C"},stdio:"pipe"}).trim();(0,d.mkdirSync)(t,{recursive:!0}),s(["init","--quiet","--template=","--object-format=sha1",`--initial-branch=${e.baseBranch}`]),s(["config","core.autocrlf","false"]),s(["remote","add","origin",`https://github.com/${e.repository}.git`]),s(["fast-import","--quiet"],function(e){let{base:t,head:n,merge:s}=g(e),r=e.commits.reduce((e,{changes:t})=>({...e,...t}),{});return[{reference:t,message:h(e.start),changes:e.start.changes},...e.commits.map((e,s)=>({reference:n,message:h(e),changes:e.changes,...0===s?{from:t}:{}})),{reference:t,message:h(e.meanwhile),changes:e.meanwhile.changes},{reference:s,message:`Merge ${e.headBranch} into ${e.baseBranch}
`,changes:r,from:t,merge:n,committer:"GitHub <noreply@github.com>"}].map(f).join("")}(e));let{base:r,head:a,merge:o}=g(e);return s(["checkout","--quiet","--detach",o]),{repository:t,base:s(["rev-parse",r]),head:s(["rev-parse",a]),merge:s(["rev-parse",o]),commits:s(["rev-list","--reverse",`${r}..${a}`]).split("\n"),changedFiles:s(["diff","--find-renames","--name-only",`${r}...${a}`]).split("\n").length}}(Y,e,t)}catch(n){let{code:e,message:t}=n;throw"ENOENT"===e?new i.L("git-missing","",{cause:n}):new i.L("git-failed",t,{cause:n})}}(a().join(u,"repository"),e),{number:T,title:j,headBranch:E,baseBranch:A}=Y,O=(e,t)=>{o(`
${m.bold(e)}

${t}
`)};o(`${m.bold("Agent Ownership: a demo on a small real repository")}

`),o("Four agents work on a blog in Django. Each has a definition in .claude/agents that says what it\n"),o("OWNS, READS and CANNOT TOUCH. This is what backend-django.md says last:\n\n"),o(`${(_=(b=($[".claude/agents/backend-django.md"]??"").split("\n")).indexOf("### CANNOT TOUCH"),w=b.indexOf("```",_+2),b.slice(_,w+1).map(e=>"  "+m.dim(e)).join("\n"))}
`),O(`Pull request #${T}: ${j} (${E} into ${A})`,(0,l.tp)(Y.commits.map((e,t)=>[(y.commits[t]??"").slice(0,7),e.subject,(({agents:e})=>0===e.length?"(a person)":e.map(e=>`Agent: ${e}`).join(", "))(e)]),(e,t)=>0===t?m.yellow(e):e).map(e=>"  "+e).join("\n"));let F=await async function(e,t,n){var r;let o,l,d,m=(o=B((r={action:"opened",number:Y.number,title:Y.title,base:{ref:Y.baseBranch,sha:e.base},head:{ref:Y.headBranch,sha:e.head},repository:Y.repository,headRepository:Y.repository,commits:e.commits.length,changedFiles:e.changedFiles,labels:[]}).repository,2001,r.base.ref),l=r.headRepository===r.repository?o:B(r.headRepository,2002,r.base.ref),d=`${o.html_url}/pull/${r.number}`,{action:r.action,number:r.number,pull_request:{url:`${o.url}/pulls/${r.number}`,html_url:d,diff_url:`${d}.diff`,patch_url:`${d}.patch`,id:3001,node_id:"PR_kwDOAAABAQ",number:r.number,state:"open",locked:!1,title:r.title,user:U,body:null,created_at:"2026-01-12T09:00:00Z",updated_at:"2026-01-12T12:00:00Z",closed_at:null,merged_at:null,merge_commit_sha:null,labels:r.labels.map(e=>({name:e,color:"ededed",default:!1,description:null})),draft:!1,head:I(r.head,l),base:I(r.base,o),author_association:"MEMBER",merged:!1,mergeable:null,maintainer_can_modify:!1,commits:r.commits,changed_files:r.changedFiles},repository:o,sender:U}),u=await async function(e){let t=t=>a().join(e.runnerFolder,t);await (0,s.mkdir)(t("temp"),{recursive:!0}),await (0,s.mkdir)(t("home"),{recursive:!0}),await Promise.all(G.map(e=>(0,s.writeFile)(t(e),""))),await (0,s.writeFile)(t("event.json"),"string"==typeof e.event?e.event:JSON.stringify(e.event));let n={...x,PATH:e.environment.PATH??"",HOME:t("home"),RUNNER_TEMP:t("temp"),GITHUB_WORKSPACE:e.workspace,GITHUB_EVENT_NAME:e.eventName,GITHUB_EVENT_PATH:t("event.json"),...Object.fromEntries(G.map(e=>[e,t(e)])),...Object.fromEntries(Object.entries(e.inputs??{}).map(([e,t])=>[`INPUT_${e.replaceAll(" ","_").toUpperCase()}`,t])),...e.variables};await (0,s.writeFile)(t("step.env"),Object.entries(n).map(([e,t])=>`${e}='${t}'
`).join(""));let r=await (({nodePath:e,actionPath:t,workspace:n},s)=>new Promise((r,a)=>{let o=(0,p.spawn)(e,[t],{cwd:n,env:s,stdio:["ignore","pipe","pipe"]}),i=[],l=[];o.stdout.on("data",e=>i.push(e)),o.stderr.on("data",e=>l.push(e)),o.on("error",a),o.on("close",(e,t)=>{null===e?a(Error(`The action was killed by ${String(t)}`)):r({exitCode:e,stdout:Buffer.concat(i).toString("utf8"),stderr:Buffer.concat(l).toString("utf8")})})}))(e,n),o=[r.stdout,r.stderr].flatMap(M);return{...r,commands:o,annotations:o.flatMap(({name:e,properties:t,message:n})=>{let s=S.find(t=>t===e);if(void 0===s||""===n.trim())return[];let r=D(t.line)??D(t.endline);return[{level:s,message:n,title:t.title??null,path:t.file??null,startLine:r,endLine:D(t.endline)??r}]}),outputs:function(e){let t={},n=e.split(c.EOL);for(let e=0;e<n.length;e+=1){let s=n[e]??"";if(""===s)continue;let r=/^([^=]+?)<<(.+)$/.exec(s),a=/^([^=]+)=(.*)$/.exec(s);if(null!==r){let a=n.indexOf(r[2]??"",e+1);if(a<0)throw Error(`Matching delimiter not found: ${s}`);t[r[1]??""]=n.slice(e+1,a).join(c.EOL),e=a}else if(null!==a)t[a[1]??""]=a[2]??"";else throw Error(`Invalid format: ${s}`)}return t}(await (0,s.readFile)(t("GITHUB_OUTPUT"),"utf8")),summary:await (0,s.readFile)(t("GITHUB_STEP_SUMMARY"),"utf8")}}({...t,workspace:e.repository,runnerFolder:n,eventName:"pull_request",event:m,variables:(({number:e,pull_request:t,repository:n},s)=>({GITHUB_BASE_REF:t.base.ref,GITHUB_HEAD_REF:t.head.ref,GITHUB_REF:`refs/pull/${e}/merge`,GITHUB_REF_NAME:`${e}/merge`,GITHUB_REF_TYPE:"branch",GITHUB_REPOSITORY:n.full_name,GITHUB_REPOSITORY_OWNER:n.owner.login,GITHUB_SHA:s}))(m,e.merge)});if("success"===u.outputs.conclusion||"failure"===u.outputs.conclusion)return u;let g=u.annotations.map(({message:e})=>e).join("\n");throw new i.L("internal",""===g?u.stderr.trim():g)}(y,{environment:e,nodePath:t,actionPath:n},a().join(u,"runner"));O("The check runs. Annotations on the pull request:",F.annotations.map(({level:e,path:t,startLine:n,title:s,message:r})=>{let a=null===n?t:`${t??""}:${n}`,o=[R[e](m),a,m.bold(s??r)],i=(null===s?"":r).split("\n").flatMap(e=>(0,l.LV)(e,"    "));return["  "+o.filter(e=>null!==e).join("  "),...i].filter(e=>""!==e.trim()).join("\n")}).join("\n\n")),O("Job summary:",function(e,t){let[n="",...s]=e.split(/^(?=### )/m),r=s.join("").match(/<details>.*?<\/details>/gs)??[];return function(e,t){let n=e.replace(v,"▸ $1").split("\n"),s=[],r=0,a=e=>{let t=n.findIndex((t,n)=>n>=r&&!e(t)),s=n.slice(r,t<0?n.length:t);return r+=s.length,s};for(;r<n.length;){let e=n[r]??"";P(e)?(r+=1,s.push(...a(e=>!P(e)).map(e=>`  ${t.cyan(e)}`)),r+=1):e.startsWith("|")?s.push(...function(e,t){let n=e.filter(e=>!/^[|\s:-]+$/.test(e)).map(e=>e.replaceAll(/^\||\|\s*$/g,"").split(/(?<!\\)\|/).map(e=>k(e.trim()))),[s="",...r]=(0,l.tp)(n);return[t.bold(s),...r]}(a(e=>e.startsWith("|")),t)):(s.push(...function(e,t){let n=/^#+ +(.*)$/.exec(e)?.[1];if(void 0!==n)return["",t.bold(k(n)),""];let[s=""]=/^\s*(?:[-*] +|▸ )?/.exec(e.trimEnd())??[];return(0,l.wW)(s,k(e.slice(s.length).trimEnd()),e=>e)}(e,t)),r+=1)}return s.filter((e,t)=>""!==e||""!==s[t-1]).join("\n").trim()}([n,...0===s.length?[]:["… each finding once more, with the command to copy"],...r].join("\n\n"),t)}(F.summary,m)),O("Result:",function({exitCode:e,outputs:t},n){let s=0===e?n.green("The required check is green: the pull request can be merged."):n.red("The required check is red: the pull request cannot be merged like this."),r=Object.entries(t).filter(([e])=>!J.has(e));return`  ${s}
  exit code ${e}, outputs: ${r.map(([e,t])=>`${e}=${t}`).join(", ")}`}(F,m)),O("Next, in a repository with definitions in .claude/agents:",K),r&&O("Kept:",`  ${y.repository}`)}(e,t)}finally{e.keep||await (0,s.rm)(t,{recursive:!0,force:!0})}return 0}({environment:t.environment,nodePath:t.nodePath,actionPath:(n=t.programUrl,a().join(a().dirname((0,o.fileURLToPath)(n)),"..","action","index.js")),tempParent:t.temporaryDirectory,keep:e??!1,write:e=>{t.write(e)},paint:(0,Q.ev)(t)})}},6105:(e,t,n)=>{n.d(t,{F1:()=>o,Ng:()=>p,nX:()=>l});let s=[[4352,4447],[11904,12350],[12353,42191],[43360,43388],[44032,55203],[63744,64255],[65072,65135],[65281,65376],[65504,65510],[127744,128591],[128640,128767],[129280,129791],[131072,262141]],r=/^[ -~]*$/,a=/^\p{M}$/u;function o(e){if(r.test(e))return e.length;let t=0;for(let n of e)t+=i(n);return t}function i(e){let t=e.codePointAt(0)??0;return t<768?1:s.some(([e,n])=>t>=e&&t<=n)?2:+!a.test(e)}function l(e,t){return o(e)<=t?e:`${d(e,t-1)}…`}function p(e,t){if(o(e)<=t)return e;let n=Math.floor((t-1)/2);return`${d(e,t-1-n)}…${function(e,t){let n=[],s=0;for(let r of Array.from(e).reverse()){if((s+=i(r))>t)break;n.push(r)}return n.reverse().join("")}(e,n)}`}function d(e,t){let n="",s=0;for(let r of e){if((s+=i(r))>t)break;n+=r}return n}},5666:(e,t,n)=>{n.d(t,{CF:()=>i,D3:()=>l,LV:()=>r,f:()=>o,tp:()=>p,wW:()=>a});var s=n(6105);function r(e,t,n=96){let a=[],o=n-t.length,i="",l=0;for(let n of e.split(" ")){let e=(0,s.F1)(n);""!==i&&l+1+e>o?(a.push(t+i),i=n,l=e):(l=""===i?e:l+1+e,i=""===i?n:`${i} ${n}`)}return[...a,t+i]}function a(e,t,n){return r(t," ".repeat(e.length)).map((t,s)=>0===s?n(e)+t.slice(e.length):t)}let o=(e,t)=>e+" ".repeat(Math.max(0,t-(0,s.F1)(e))),i=(e,t)=>" ".repeat(Math.max(0,t-(0,s.F1)(e)))+e,l=e=>e.reduce((e,t)=>Math.max(e,(0,s.F1)(t)),0);function p(e,t=e=>e){let n=[];for(let t of e)for(let[e,r]of t.entries())n[e]=Math.max(n[e]??0,(0,s.F1)(r));return e.map(e=>e.map((s,r)=>{let a=r===e.length-1?0:n[r]??0;return t(s,r)+o(s,a).slice(s.length)}).join("  ").trimEnd())}}};